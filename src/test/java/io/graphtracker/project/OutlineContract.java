package io.graphtracker.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.graphtracker.project.OutlineRow.Predecessor;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SuppressWarnings("NullAway.Init") // set before each test
abstract class OutlineContract extends ProjectContract {

    private OutlineService outline;
    private UUID project;
    private UUID dig;
    private UUID pour;
    private UUID build;

    @Autowired
    void setOutline(OutlineService outline) {
        this.outline = outline;
    }

    @BeforeEach
    void threeTasks() {
        project = newProject();
        dig = graphs.addTask(project, "Dig", new Position(200, 0)).id();
        pour = graphs.addTask(project, "Pour", new Position(0, 100)).id();
        build = graphs.addTask(project, "Build", new Position(0, 0)).id();
        task(newProject(), "Elsewhere");
    }

    @Test
    void aPlanIsReadInTheOrderOfItsCreation() {
        UUID house = group(project, dig);
        Dependency dependency = graphs.connect(pour, build);

        OutlinePlan plan = outline.plan(project);

        assertThat(plan.nodes())
                .containsExactly(
                        new OutlineNode(dig, house, 200, 0),
                        new OutlineNode(pour, null, 0, 100),
                        new OutlineNode(build, null, 0, 0),
                        new OutlineNode(house, null, 0, 0));
        assertThat(plan.dependencies()).containsExactly(dependency);
    }

    @Test
    void aRowSaysWhatHasToComeFirst() {
        Predecessor first = new Predecessor(graphs.connect(pour, build).id(), pour, "Pour");
        Predecessor second = new Predecessor(graphs.connect(dig, build).id(), dig, "Dig");
        edit(dig, new TaskDetails("Dig", "", TaskStatus.DONE, 2.5));

        assertThat(outline.rows(List.of(dig, build, new UUID(0, 0))))
                .containsExactlyInAnyOrder(
                        new OutlineRow(dig, "Dig", false, TaskStatus.DONE, 2.5, List.of()),
                        new OutlineRow(build, "Build", false, TaskStatus.PLANNED, null, List.of(first, second)));
    }

    @Test
    void theStatusOfAGroupFollowsAllTasksInIt() {
        UUID inner = group(project, dig);
        UUID outer = group(project, inner, pour);
        edit(dig, new TaskDetails("Dig", "", TaskStatus.DONE, null));

        assertThat(outline.rows(List.of(inner, outer)))
                .extracting(OutlineRow::id, OutlineRow::status)
                .containsExactlyInAnyOrder(tuple(inner, TaskStatus.DONE), tuple(outer, TaskStatus.IN_PROGRESS));
        assertThat(outline.statuses(List.of(outer, new UUID(0, 0))))
                .containsEntry(outer, TaskStatus.IN_PROGRESS)
                .containsEntry(new UUID(0, 0), TaskStatus.PLANNED);
    }

    @Test
    void rowsAreReadTogether() {
        assertThat(statements(() -> outline.rows(List.of(dig, pour, build)))).isEqualTo(2);
        assertThat(statements(() -> outline.rows(List.of()))).isZero();
        assertThat(statements(() -> outline.plan(project))).isEqualTo(2);
    }
}
