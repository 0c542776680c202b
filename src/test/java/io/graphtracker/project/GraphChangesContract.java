package io.graphtracker.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.graphtracker.database.DatabaseGeneration;
import io.graphtracker.project.GraphCommand.AddTask;
import io.graphtracker.project.GraphCommand.ArrangeTasks;
import io.graphtracker.project.GraphCommand.Connect;
import io.graphtracker.project.GraphCommand.ConnectAll;
import io.graphtracker.project.GraphCommand.DeleteTasks;
import io.graphtracker.project.GraphCommand.Disconnect;
import io.graphtracker.project.GraphCommand.EditTask;
import io.graphtracker.project.GraphCommand.MoveTasks;
import io.graphtracker.project.GraphCommand.PutIntoGroup;
import io.graphtracker.testing.CapturedLog;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Changes of two pages. */
abstract class GraphChangesContract extends TwoPagesContract {

    @Test
    void eachChangeIsOneRevisionAndIsPublishedOnce() {
        ChangeResult added = mine(new AddTask("D", new Position(1, 2)));
        mine(new MoveTasks(Map.of(a, new Position(5, 6), b, new Position(7, 8))));

        assertThat(published).extracting(Change::revision).containsExactly(4L, 5L);
        assertThat(published.getFirst()).isEqualTo(added.change());
        assertThat(patch(added)).satisfies(patch -> {
            assertThat(patch.from()).isEqualTo(3);
            assertThat(patch.tasks())
                    .containsExactly(stored(project, patch.tasks().getFirst().id()));
        });
        assertThat(published.getLast().patch().tasks())
                .containsExactlyInAnyOrder(stored(project, a), stored(project, b));
        assertThat(revision()).isEqualTo(5);
    }

    @Test
    void anArrangementIsOneChangeOfTheLayoutHoweverLarge() {
        Map<UUID, Position> places = new HashMap<>();
        for (int task = 0; task < 1_200; task++) {
            UUID id = patch(mine(new AddTask("Task " + task, ORIGIN)))
                    .tasks()
                    .getFirst()
                    .id();
            places.put(id, new Position(task, 7));
        }
        places.put(UUID.randomUUID(), ORIGIN);
        published.clear();

        ChangeResult arranged = mine(new ArrangeTasks(places));

        assertThat(published).hasSize(1);
        assertThat(patch(arranged).tasks()).hasSize(1_200);
        assertThat(patch(arranged).changesPlan()).isFalse();
        assertThat(arranged.skipped().goneTasks()).isEqualTo(1);
        ChangeResult undone = changes.undo(project, MINE);
        assertThat(patch(undone).tasks())
                .hasSize(1_200)
                .allSatisfy(task -> assertThat(task.position()).isEqualTo(ORIGIN));
    }

    @Test
    void whatIsRefusedOrChangesNothingIsNoRevision() {
        refusal(() -> mine(new AddTask(" ", ORIGIN)));
        refusal(() -> mine(new Connect(a, a)));
        refusal(() -> mine(new MoveTasks(Map.of(UUID.randomUUID(), ORIGIN))));
        assertThat(mine(new EditTask(a, shown(a), shown(a))).change()).isNull();
        assertThat(mine(new MoveTasks(Map.of(a, ORIGIN))).change()).isNull();
        assertThat(mine(new DeleteTasks(Set.of(UUID.randomUUID()))).change()).isNull();
        assertThat(mine(new Disconnect(Set.of(UUID.randomUUID()))).change()).isNull();

        assertThat(published).isEmpty();
        assertThat(revision()).isEqualTo(3);
        assertThat(changes.undoState(project, MINE)).isEqualTo(UndoState.NOTHING);
    }

    @Test
    void aFieldThatSomebodyElseChangedIsRefusedAndOthersAreMerged() {
        TaskDetails shownToBoth = shown(a);
        others(new EditTask(a, shownToBoth, new TaskDetails("Theirs", "", TaskStatus.PLANNED, 3.0)));

        ChangeResult result = mine(new EditTask(a, shownToBoth, new TaskDetails("Mine", "New", TaskStatus.DONE, 3.0)));

        assertThat(shown(a)).isEqualTo(new TaskDetails("Theirs", "New", TaskStatus.DONE, 3.0));
        assertThat(result.conflicts())
                .containsExactly(new FieldConflict(a, "Theirs", TaskField.TITLE, "Theirs", "Mine"));
        assertThat(stored(project, a).version()).isEqualTo(revision());
    }

    @Test
    void whatADeletedTaskConnectedIsOffered() {
        graphs.connect(a, b);
        graphs.connect(b, c);

        ChangeResult deleted = mine(new DeleteTasks(Set.of(b)));

        assertThat(deleted.reconnections()).containsExactly(new TaskPair(a, c));
        ChangeResult connected = mine(new ConnectAll(deleted.reconnections()));
        assertThat(patch(connected).dependencies()).extracting(Dependency::pair).containsExactly(new TaskPair(a, c));
        changes.undo(project, MINE);
        assertThat(dependencyIds()).isEmpty();
        changes.undo(project, MINE);
        assertThat(dependencyIds()).hasSize(2);
    }

    @Test
    void whatIsConnectedAnywayIsNotOffered() {
        graphs.connect(a, b);
        graphs.connect(b, c);
        UUID between = task(project, "Between");
        graphs.connect(a, between);
        graphs.connect(between, c);

        assertThat(mine(new DeleteTasks(Set.of(b))).reconnections()).isEmpty();
    }

    @Test
    void severalDeletedTasksInARowAreOneGap() {
        UUID d = task(project, "D");
        graphs.connect(a, b);
        graphs.connect(b, c);
        graphs.connect(c, d);

        assertThat(mine(new DeleteTasks(Set.of(b, c))).reconnections()).containsExactly(new TaskPair(a, d));
    }

    @Test
    void aConnectedSuccessorIsOneChange() {
        UUID group = group(project, a);

        ChangeResult result = mine(new AddTask("Next", new Position(1, 1), null, a));

        assertThat(stored(project, added(result)).parentId()).isEqualTo(group);
        assertThat(patch(result).dependencies())
                .extracting(Dependency::sourceId)
                .containsExactly(a);
        assertThat(refusal(() -> mine(new AddTask("Next", ORIGIN, group, group))))
                .as("what is in a group cannot wait for it")
                .isEqualTo("project.error.group-cycle");
        changes.undo(project, MINE);
        assertThat(dependencyIds()).isEmpty();
    }

    @Test
    void tasksGoIntoGroupsAndOut() {
        UUID inner = group(project, b);
        UUID outer = group(project, inner);

        mine(new PutIntoGroup(Set.of(a, b), outer));
        assertThat(stored(project, a).parentId()).isEqualTo(outer);
        assertThat(stored(project, b).parentId()).isEqualTo(outer);
        assertThat(refusal(() -> mine(new PutIntoGroup(Set.of(outer), inner))))
                .isEqualTo("project.error.group-in-itself");
        assertThat(refusal(() -> mine(new PutIntoGroup(Set.of(a), b)))).isEqualTo("project.error.not-a-group");

        changes.undo(project, MINE);
        assertThat(stored(project, a).parentId()).isNull();
        assertThat(stored(project, b).parentId()).isEqualTo(inner);
    }

    @Test
    void groupsThatWouldContainEachOtherAreLeftAsTheyAre() {
        UUID inner = group(project, b);
        UUID outer = group(project, inner);
        mine(new PutIntoGroup(Set.of(inner), null));
        others(new PutIntoGroup(Set.of(outer), inner));

        ChangeResult undone = changes.undo(project, MINE);

        assertThat(undone.conflicts()).extracting(FieldConflict::field).containsExactly(TaskField.GROUP);
        assertThat(stored(project, inner).parentId()).isNull();
        assertThat(stored(project, outer).parentId()).isEqualTo(inner);
    }

    @Test
    void manyTasksAtOnceAreOneChange() {
        Map<UUID, Position> positions = new HashMap<>();
        IntStream.range(0, 600).forEach(i -> positions.put(task(project, "T" + i), new Position(i, 1)));
        Object before = content();

        mine(new MoveTasks(positions));
        mine(new DeleteTasks(positions.keySet()));
        assertThat(graphs.load(project).tasks()).hasSize(3);

        changes.undo(project, MINE);
        changes.undo(project, MINE);
        assertThat(content()).isEqualTo(before);
    }

    @Test
    void changesGoWithTheirProject() {
        projects.delete(project);

        assertThat(sql.sql("select count(*) from change").query(Long.class).single())
                .isZero();
        assertThat(sql.sql("select count(*) from change_row").query(Long.class).single())
                .isZero();
    }

    @Test
    void nothingIsToldOfAnotherDatabase(@Autowired DatabaseGeneration database) {
        Change change = Objects.requireNonNull(
                mine(new MoveTasks(Map.of(a, new Position(1, 1)))).change());
        database.advance();

        updates.publish(change);

        assertThat(published).containsExactly(change);
    }

    @Test
    void aListenerThatFailsKeepsNobodyFromBeingTold() {
        try (CapturedLog log = new CapturedLog(GraphUpdates.class.getName())) {
            GraphUpdates.Subscription failing = updates.subscribe(project, change -> {
                throw new IllegalStateException("The page is gone");
            });
            List<Change> last = new ArrayList<>();
            GraphUpdates.Subscription after = updates.subscribe(project, last::add);

            mine(new MoveTasks(Map.of(a, new Position(1, 1))));
            failing.end();
            after.end();
            mine(new MoveTasks(Map.of(a, new Position(2, 2))));

            assertThat(last).containsExactly(published.getFirst());
            assertThat(published).hasSize(2);
            assertThat(log.text()).contains("The page is gone");
        }
    }

    @Test
    void aPagesIdIsShort() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> changes.execute(project, "p".repeat(101), new AddTask("D", ORIGIN)));
        assertThat(changes.execute(project, "p".repeat(100), new AddTask("D", ORIGIN))
                        .change())
                .isNotNull();
    }

    @Test
    void aGraphInColumnsCostsThreeStatements(@Autowired GraphColumnsReader columns) {
        UUID sample = projects.createSample().id();

        assertThat(statements(() -> columns.read(sample))).isEqualTo(3);
    }

    @Test
    void anEditCostsAtMostSixStatements() {
        UUID d = task(project, "D");
        graphs.connect(a, b);
        Dependency last = graphs.connect(b, c);
        List<GraphCommand> commands = List.of(
                new AddTask("E", ORIGIN),
                new EditTask(a, shown(a), details("A2")),
                new MoveTasks(Map.of(a, new Position(1, 1), b, new Position(2, 2))),
                new Connect(a, d),
                new Disconnect(Set.of(last.id())),
                new DeleteTasks(Set.of(b, c)));

        // well before the next change that deletes old ones
        assertThat(revision() % ChangeLog.FORGET_EVERY).isLessThan(10);
        assertThat(commands)
                .allSatisfy(
                        command -> assertThat(statements(() -> mine(command))).isLessThanOrEqualTo(6));
    }
}
