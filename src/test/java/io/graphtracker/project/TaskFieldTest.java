package io.graphtracker.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The fields of a task match the records that contain them. */
class TaskFieldTest {

    @Test
    void theDetailsAreTheFieldsOfTaskDetails() {
        List<String> names = Arrays.stream(TaskDetails.class.getRecordComponents())
                .map(RecordComponent::getName)
                .map(name -> name.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT))
                .toList();

        assertThat(TaskField.DETAILS).extracting(TaskField::name).containsExactlyInAnyOrderElementsOf(names);
    }
}
