package io.graphtracker.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SuppressWarnings("NullAway.Init") // set before each test
abstract class TaskFilterContract extends ProjectContract {

    private GraphDetails details;
    private UUID project;
    private UUID dig;
    private UUID paint;
    private UUID plant;

    @Autowired
    void setDetails(GraphDetails details) {
        this.details = details;
    }

    @BeforeEach
    void plan() {
        project = newProject();
        dig = task("Dig", TaskStatus.DONE, "Ada", "Garden", "Über");
        paint = task("Paint", TaskStatus.PLANNED, "Ben", "house");
        plant = task("Plant", TaskStatus.PLANNED, null, "garden");
        task(newProject(), "Plant elsewhere");
    }

    private UUID task(String title, TaskStatus status, @Nullable String assignee, String... tags) {
        UUID id = task(project, title);
        TaskDetails wanted = shown(id)
                .with(TaskField.STATUS, status)
                .with(TaskField.ASSIGNEE, assignee)
                .with(TaskField.TAGS, Set.of(tags));
        edit(id, wanted);
        return id;
    }

    private Set<UUID> matching(Set<TaskStatus> statuses, Set<String> tags, Set<String> assignees) {
        return details.matching(project, new TaskFilter(statuses, tags, assignees));
    }

    @Test
    void anyOfTheValuesOfOneFieldSuffices() {
        assertThat(matching(Set.of(TaskStatus.DONE), Set.of(), Set.of())).containsExactly(dig);
        assertThat(matching(Set.of(TaskStatus.DONE, TaskStatus.PLANNED), Set.of(), Set.of()))
                .containsExactlyInAnyOrder(dig, paint, plant);
        assertThat(matching(Set.of(), Set.of(), Set.of("Ada", "Ben"))).containsExactlyInAnyOrder(dig, paint);
    }

    @Test
    void allFieldsHaveToMatch() {
        assertThat(matching(Set.of(TaskStatus.PLANNED), Set.of("garden"), Set.of()))
                .containsExactly(plant);
        assertThat(matching(Set.of(TaskStatus.PLANNED), Set.of("garden"), Set.of("Ada")))
                .isEmpty();
    }

    @Test
    void tasksWithoutAnAssigneeCanBeMatched() {
        assertThat(matching(Set.of(), Set.of(), Set.of(TaskFilter.NOBODY))).containsExactly(plant);
        assertThat(matching(Set.of(), Set.of(), Set.of(TaskFilter.NOBODY, "Ada")))
                .containsExactlyInAnyOrder(dig, plant);
    }

    @Test
    void theCaseOfTagsDoesNotMatterInAnyAlphabet() {
        assertThat(matching(Set.of(), Set.of("GARDEN"), Set.of())).containsExactlyInAnyOrder(dig, plant);
        assertThat(matching(Set.of(), Set.of("über"), Set.of())).containsExactly(dig);
        assertThat(matching(Set.of(), Set.of("gard"), Set.of())).isEmpty();
    }

    @Test
    void groupsDoNotMatchThemselves() {
        group(project, paint);

        assertThat(matching(Set.of(TaskStatus.PLANNED), Set.of(), Set.of())).containsExactlyInAnyOrder(paint, plant);
    }

    @Test
    void whatIsReadAndWhatIsChangedMatchByTheSameRule() {
        TaskFilter filter = new TaskFilter(Set.of(TaskStatus.PLANNED), Set.of("GARDEN"), Set.of());
        UUID group = group(project, plant);

        assertThat(graphs.load(project).tasks().stream().filter(filter::matches).map(Task::id))
                .containsExactlyInAnyOrderElementsOf(details.matching(project, filter))
                .doesNotContain(group);
    }

    @Test
    void oneQueryIsEnough() {
        assertThat(statements(() -> matching(Set.of(TaskStatus.DONE), Set.of("garden"), Set.of("Ada"))))
                .isEqualTo(1);
    }
}
