package io.graphtracker.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.graphtracker.project.GraphCommand.ImportPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The import of a whole plan as one change. */
abstract class ImportPlanContract extends ProjectContract {

    private static final String PAGE = "a page";

    private static Task planned(String title, @Nullable UUID parentId, boolean group, double x, double y) {
        return new Task(
                RowIds.next(),
                parentId,
                group,
                new TaskDetails(title, "", TaskStatus.DONE, 2.5),
                new Position(x, y),
                group,
                0);
    }

    private static Dependency dependency(Task source, Task target) {
        return new Dependency(RowIds.next(), source.id(), target.id());
    }

    private ChangeResult execute(UUID projectId, List<Task> tasks, Dependency... dependencies) {
        return changes.execute(projectId, PAGE, new ImportPlan("house.json", tasks, List.of(dependencies)));
    }

    @Test
    void allOfAPlanIsStored() {
        UUID projectId = newProject();
        Task group = planned("Ground", null, true, 0, 0);
        Task dig = planned("Dig", group.id(), false, 10, 20);
        Task build = planned("Build", null, false, 300, 20);
        Dependency after = dependency(dig, build);

        assertThat(touches(projectId, () -> execute(projectId, List.of(dig, group, build), after)))
                .isTrue();

        ProjectGraph graph = graphs.load(projectId);
        long revision = stored(projectId, dig.id()).version();
        assertThat(graph.tasks())
                .containsExactlyInAnyOrder(
                        group.inVersion(revision), dig.inVersion(revision), build.inVersion(revision));
        assertThat(graph.dependencies()).containsExactly(after);
    }

    @Test
    void anImportIsOneStepOfUndo() {
        UUID projectId = newProject();
        UUID present = task(projectId, "Present");
        Task group = planned("Ground", null, true, 0, 0);
        Task dig = planned("Dig", group.id(), false, 0, 0);
        Task build = planned("Build", null, false, 0, 0);
        execute(projectId, List.of(group, dig, build), dependency(dig, build));

        changes.undo(projectId, PAGE);

        assertThat(graphs.load(projectId).tasks()).extracting(Task::id).containsExactly(present);
        changes.redo(projectId, PAGE);
        assertThat(graphs.load(projectId).tasks()).hasSize(4);
        assertThat(graphs.load(projectId).dependencies()).hasSize(1);
    }

    @Test
    void aPlanComesBelowWhatIsThere() {
        UUID projectId = newProject();
        graphs.addTask(projectId, "Left", new Position(-50, 10));
        graphs.addTask(projectId, "Below", new Position(70, 500));
        Task dig = planned("Dig", null, false, 1000, 1000);
        Task build = planned("Build", null, false, 1200, 1100);

        execute(projectId, List.of(dig, build));

        assertThat(stored(projectId, dig.id()).position()).isEqualTo(new Position(-50, 660));
        assertThat(stored(projectId, build.id()).position()).isEqualTo(new Position(150, 760));
    }

    @Test
    void dependenciesThatCloseACycleAreSkipped() {
        UUID projectId = newProject();
        Task group = planned("Ground", null, true, 0, 0);
        Task dig = planned("Dig", group.id(), false, 0, 0);
        Task build = planned("Build", null, false, 0, 0);
        Dependency first = dependency(dig, build);
        // of the group that contains Dig
        ChangeResult result = execute(projectId, List.of(group, dig, build), first, dependency(build, group));

        assertThat(result.skipped()).isEqualTo(new SkippedRows(0, 0, 1, 0, 0));
        assertThat(graphs.load(projectId).dependencies()).containsExactly(first);
        assertThat(Objects.requireNonNull(result.change()).label())
                .isEqualTo(ChangeLabel.of("change.import-plan", "house.json", 2L, 1));
    }

    @Test
    void theRulesOfTasksHold() {
        UUID projectId = newProject();
        Task blank = planned(" ", null, false, 0, 0);

        assertThat(refusal(() -> execute(projectId, List.of(blank)))).isEqualTo("project.error.title-blank");

        Task lost = planned("Lost", RowIds.next(), false, 0, 0);
        assertThatIllegalArgumentException().isThrownBy(() -> execute(projectId, List.of(lost)));
        assertThat(graphs.load(projectId).tasks()).isEmpty();
    }

    @Test
    void aLargePlanTakesAsManyStatementsAsASmallOne() {
        UUID projectId = newProject();
        List<Task> tasks = new ArrayList<>();
        List<Dependency> dependencies = new ArrayList<>();
        for (int i = 0; i < 900; i++) {
            tasks.add(planned("Task " + i, null, false, i, i));
            if (i > 0) {
                dependencies.add(dependency(tasks.get(i - 1), tasks.get(i)));
            }
        }
        ImportPlan large = new ImportPlan("large", tasks, dependencies);
        ImportPlan small = new ImportPlan(
                "small", List.of(planned("One", null, false, 0, 0), planned("Two", null, false, 0, 0)), List.of());
        long few = statements(() -> changes.execute(projectId, PAGE, small));

        // and one for the dependencies, of which the small plan has none
        assertThat(statements(() -> changes.execute(projectId, PAGE, large))).isEqualTo(few + 1);
    }
}
