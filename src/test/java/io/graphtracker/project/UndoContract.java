package io.graphtracker.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.database.DatabaseReplaced;
import io.graphtracker.project.GraphCommand.AddTask;
import io.graphtracker.project.GraphCommand.Connect;
import io.graphtracker.project.GraphCommand.DeleteTasks;
import io.graphtracker.project.GraphCommand.Disconnect;
import io.graphtracker.project.GraphCommand.EditTask;
import io.graphtracker.project.GraphCommand.MoveTasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** Undo and redo of two pages. */
abstract class UndoContract extends TwoPagesContract {

    @Test
    void undoneChangesComeOneByOneAndCanBeRedone() {
        UUID d = patch(mine(new AddTask("D", new Position(1, 2))))
                .tasks()
                .getFirst()
                .id();
        TaskDetails all = new TaskDetails(
                "D2",
                "Text",
                TaskStatus.BLOCKED,
                TaskPriority.LOW,
                1.5,
                0.25,
                "Anna",
                Set.of("garden", "b"),
                "https://example.org");
        mine(new EditTask(d, shown(d), all));
        mine(new MoveTasks(Map.of(d, new Position(5, 5), a, new Position(-1, 0.5))));
        mine(new Connect(a, d));
        mine(new Disconnect(dependencyIds()));
        mine(new Connect(d, c));
        mine(new DeleteTasks(Set.of(d, c)));

        undoAndRedo(7);
    }

    private void undoAndRedo(int steps) {
        List<Object> states = new ArrayList<>();
        for (int step = 0; step < steps; step++) {
            states.add(content());
            assertThat(changes.undo(project, MINE).skipped().total()).isZero();
        }
        assertThat(refusal(() -> changes.undo(project, MINE))).isEqualTo("project.error.nothing-to-undo");
        assertThat(graphs.load(project).dependencies()).isEmpty();
        assertThat(graphs.load(project).tasks()).extracting(Task::id).containsExactly(a, b, c);
        for (int step = steps - 1; step >= 0; step--) {
            assertThat(changes.redo(project, MINE).conflicts()).isEmpty();
            assertThat(content()).isEqualTo(states.get(step));
        }
        assertThat(refusal(() -> changes.redo(project, MINE))).isEqualTo("project.error.nothing-to-redo");
    }

    @Test
    void whatCanBeUndoneAndRedoneIsNamed() {
        mine(new DeleteTasks(Set.of(b)));
        ChangeLabel deletion = new ChangeLabel("change.delete-task", List.of("B"));
        assertThat(changes.undoState(project, MINE)).isEqualTo(new UndoState(deletion, null));
        assertThat(changes.undoState(project, OTHERS)).isEqualTo(UndoState.NOTHING);

        ChangeResult undone = changes.undo(project, MINE);
        assertThat(undone.undo()).isEqualTo(new UndoState(null, deletion)).isEqualTo(changes.undoState(project, MINE));

        ChangeResult moved = mine(new MoveTasks(Map.of(a, new Position(1, 1), b, new Position(2, 2))));
        assertThat(moved.undo())
                .as("a new change ends what can be redone")
                .isEqualTo(new UndoState(new ChangeLabel("change.move-tasks", List.of(2)), null))
                .isEqualTo(changes.undoState(project, MINE));
        refusal(() -> changes.redo(project, MINE));
    }

    @Test
    void othersAreNeverUndone() {
        mine(new EditTask(a, shown(a), details("Mine")));
        others(new EditTask(b, shown(b), details("Theirs")));

        changes.undo(project, MINE);

        assertThat(titles()).containsExactly("A", "Theirs", "C");
        refusal(() -> changes.undo(project, MINE));
        changes.undo(project, OTHERS);
        assertThat(titles()).containsExactly("A", "B", "C");
    }

    @Test
    void aFieldThatOthersChangedSinceIsLeftAndTold() {
        mine(new EditTask(a, shown(a), new TaskDetails("Mine", "My text", TaskStatus.PLANNED, null)));
        others(new EditTask(a, shown(a), new TaskDetails("Theirs", "My text", TaskStatus.PLANNED, null)));

        ChangeResult result = changes.undo(project, MINE);

        assertThat(result.conflicts()).containsExactly(new FieldConflict(a, "Theirs", TaskField.TITLE, "Theirs", "A"));
        assertThat(shown(a)).isEqualTo(details("Theirs"));
        changes.redo(project, MINE);
        assertThat(shown(a)).isEqualTo(new TaskDetails("Theirs", "My text", TaskStatus.PLANNED, null));
    }

    @Test
    void anUndoThatIsSkippedAsAWholeDoesNotBlockTheOneBefore() {
        mine(new EditTask(b, shown(b), details("B2")));
        mine(new EditTask(a, shown(a), details("Mine")));
        others(new EditTask(a, shown(a), details("Theirs")));

        assertThat(changes.undo(project, MINE).conflicts()).hasSize(1);
        changes.undo(project, MINE);

        assertThat(titles()).containsExactly("Theirs", "B", "C");
        changes.redo(project, MINE);
        assertThat(titles()).containsExactly("Theirs", "B2", "C");
        refusal(() -> changes.redo(project, MINE));
    }

    @Test
    void aCertainChangeIsUndoneOutOfOrder() {
        UUID deletion = Objects.requireNonNull(mine(new DeleteTasks(Set.of(b))).change())
                .id();
        mine(new EditTask(a, shown(a), details("A2")));

        refusal(() -> changes.undo(project, OTHERS, deletion));
        changes.undo(project, MINE, deletion);

        assertThat(titles()).containsExactly("A2", "B", "C");
        assertThat(refusal(() -> changes.undo(project, MINE, deletion))).isEqualTo("project.error.cannot-undo");
        changes.undo(project, MINE);
        assertThat(titles()).containsExactly("A", "B", "C");
    }

    @Test
    void aDeletionIsOneChangeThatComesBackWithItsIdsAndDependencies() {
        Dependency first = graphs.connect(a, b);
        Dependency second = graphs.connect(b, c);
        UUID inner = group(project, b);
        group(project, inner);
        Object before = content();

        ChangeResult deleted = mine(new DeleteTasks(Set.of(a, inner)));

        assertThat(patch(deleted).removedTasks()).containsExactlyInAnyOrder(a, inner);
        assertThat(patch(deleted).removedDependencies()).containsExactly(first.id());
        assertThat(patch(deleted).tasks()).containsExactly(stored(project, b));
        changes.undo(project, MINE);
        assertThat(content()).isEqualTo(before);
        assertThat(dependencyIds()).containsExactlyInAnyOrder(first.id(), second.id());
    }

    @Test
    void dependenciesThatNoLongerFitAreSkippedAndCounted() {
        graphs.connect(a, b);
        graphs.connect(b, c);
        UUID d = task(project, "D");
        graphs.connect(d, b);
        mine(new DeleteTasks(Set.of(b)));
        others(new DeleteTasks(Set.of(d)));

        ChangeResult undone = changes.undo(project, MINE);

        assertThat(undone.skipped()).isEqualTo(new SkippedRows(1, 0, 0, 0, 0));
        assertThat(graphs.load(project).dependencies())
                .extracting(Dependency::pair)
                .containsExactlyInAnyOrder(new TaskPair(a, b), new TaskPair(b, c));
    }

    @Test
    void cyclesAndDuplicatesThatWouldAriseAreSkippedAndCounted() {
        Dependency first = graphs.connect(a, b);
        Dependency second = graphs.connect(b, c);
        mine(new Disconnect(Set.of(first.id(), second.id())));
        others(new Connect(b, a));
        others(new Connect(b, c));

        assertThat(changes.undo(project, MINE).skipped()).isEqualTo(new SkippedRows(0, 1, 1, 0, 0));
        assertThat(graphs.load(project).dependencies())
                .extracting(Dependency::pair)
                .containsExactlyInAnyOrder(new TaskPair(b, a), new TaskPair(b, c));
    }

    @Test
    void aTaskThatOthersUseIsKept() {
        UUID edited = added(mine(new AddTask("Edited", ORIGIN)));
        UUID connected = added(mine(new AddTask("Connected", ORIGIN)));
        others(new EditTask(edited, shown(edited), details("Theirs")));
        others(new Connect(connected, a));

        assertThat(changes.undo(project, MINE).skipped()).isEqualTo(new SkippedRows(0, 0, 0, 0, 1));
        assertThat(changes.undo(project, MINE).skipped().keptTasks()).isOne();
        assertThat(titles()).containsExactly("A", "B", "C", "Theirs", "Connected");
        assertThat(dependencyIds()).hasSize(1);
    }

    @Test
    void aTaskThatOthersDeletedIsTold() {
        mine(new EditTask(a, shown(a), details("A2")));
        others(new DeleteTasks(Set.of(a)));

        assertThat(changes.undo(project, MINE).skipped()).isEqualTo(new SkippedRows(0, 0, 0, 1, 0));
    }

    @Test
    void theLastChangesAreKept() {
        for (int change = 0; change < ChangeLog.KEPT + ChangeLog.FORGET_EVERY; change++) {
            mine(new MoveTasks(Map.of(a, new Position(change, 1))));
        }

        long kept = sql.sql("select count(*) from change").query(Long.class).single();
        assertThat(kept).isBetween((long) ChangeLog.KEPT, (long) ChangeLog.KEPT + ChangeLog.FORGET_EVERY);
        assertThat(sql.sql("select count(*) from change_row").query(Long.class).single())
                .isEqualTo(kept);
    }

    @Test
    void nothingIsUndoneOfAnotherDatabase(@Autowired ApplicationEventPublisher events) {
        mine(new MoveTasks(Map.of(a, new Position(1, 1))));

        events.publishEvent(new DatabaseReplaced());

        assertThat(changes.undoState(project, MINE)).isEqualTo(UndoState.NOTHING);
        refusal(() -> changes.undo(project, MINE));
    }
}
