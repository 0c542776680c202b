package io.graphtracker.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GraphPatchTest {

    private final Task task = task("A");
    private final Dependency dependency = new Dependency(UUID.randomUUID(), task.id(), UUID.randomUUID());

    @Test
    void whatFollowsEachOtherIsMergedIntoTheLastState() {
        Task later = task.with(TaskField.TITLE, "B");
        GraphPatch added = new GraphPatch(4, 5, List.of(task), List.of(dependency), List.of(), List.of());
        GraphPatch changed = new GraphPatch(5, 6, List.of(later), List.of(), List.of(), List.of(dependency.id()));

        assertThat(GraphPatch.merge(List.of(changed, added, changed)))
                .containsExactly(new GraphPatch(4, 6, List.of(later), List.of(), List.of(), List.of(dependency.id())));
    }

    @Test
    void whatComesBackIsNotRemoved() {
        GraphPatch removed = new GraphPatch(1, 2, List.of(), List.of(), List.of(task.id()), List.of(dependency.id()));
        GraphPatch restored = new GraphPatch(2, 3, List.of(task), List.of(dependency), List.of(), List.of());
        GraphPatch removedAgain = new GraphPatch(3, 4, List.of(), List.of(), List.of(task.id()), List.of());

        assertThat(GraphPatch.merge(List.of(removed, restored)))
                .containsExactly(new GraphPatch(1, 3, List.of(task), List.of(dependency), List.of(), List.of()));
        assertThat(GraphPatch.merge(List.of(restored, removedAgain)))
                .containsExactly(new GraphPatch(2, 4, List.of(), List.of(dependency), List.of(task.id()), List.of()));
    }

    @Test
    void movesDoNotChangeThePlan() {
        GraphPatch moved = new GraphPatch(4, 6, List.of(task.inVersion(4)), List.of(), List.of(), List.of());
        GraphPatch edited = new GraphPatch(4, 6, List.of(task.inVersion(5)), List.of(), List.of(), List.of());
        GraphPatch disconnected = new GraphPatch(4, 5, List.of(), List.of(), List.of(), List.of(dependency.id()));

        assertThat(moved.changesPlan()).isFalse();
        assertThat(edited.changesPlan()).isTrue();
        assertThat(disconnected.changesPlan()).isTrue();
    }

    @Test
    void aGapStaysOne() {
        GraphPatch first = new GraphPatch(1, 2, List.of(task), List.of(), List.of(), List.of());
        GraphPatch third = new GraphPatch(3, 4, List.of(task("C")), List.of(), List.of(), List.of());

        assertThat(GraphPatch.merge(List.of(third, first))).containsExactly(first, third);
        assertThat(GraphPatch.merge(List.of())).isEmpty();
    }

    private static Task task(String title) {
        return new Task(
                UUID.randomUUID(),
                null,
                false,
                new TaskDetails(title, "", TaskStatus.PLANNED, null),
                new Position(0, 0),
                false,
                1);
    }
}
