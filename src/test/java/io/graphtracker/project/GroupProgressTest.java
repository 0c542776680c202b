package io.graphtracker.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupProgressTest {

    @ParameterizedTest
    @CsvSource({
        "'', PLANNED",
        "PLANNED PLANNED, PLANNED",
        "DONE DONE, DONE",
        "DONE PLANNED, IN_PROGRESS",
        "IN_PROGRESS PLANNED, IN_PROGRESS",
        "DISCUSS PLANNED, DISCUSS",
        "DISCUSS IN_PROGRESS, IN_PROGRESS",
        "DISCUSS DONE, IN_PROGRESS",
        "BLOCKED DONE IN_PROGRESS DISCUSS, BLOCKED"
    })
    void theFirstRuleThatAppliesDecides(String statuses, TaskStatus expected) {
        Map<TaskStatus, Long> counts = Arrays.stream(statuses.split(" "))
                .filter(name -> !name.isEmpty())
                .map(TaskStatus::valueOf)
                .collect(Collectors.groupingBy(status -> status, Collectors.counting()));

        assertThat(GroupProgress.of(counts).status()).isEqualTo(expected);
    }
}
