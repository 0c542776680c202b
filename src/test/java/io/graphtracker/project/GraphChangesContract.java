package io.graphtracker.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.graphtracker.database.DatabaseGeneration;
import io.graphtracker.database.DatabaseReplaced;
import io.graphtracker.project.GraphCommand.AddTask;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** Changes and their undo on two pages. */
@SuppressWarnings("NullAway.Init") // set before each test
abstract class GraphChangesContract extends ProjectContract {

    private static final String MINE = "my page";
    private static final String OTHERS = "another page";

    private final List<Change> published = new ArrayList<>();

    private GraphUpdates updates;
    private GraphUpdates.Subscription subscription;
    private UUID project;
    private UUID a;
    private UUID b;
    private UUID c;

    @Autowired
    void setUpdates(GraphUpdates updates) {
        this.updates = updates;
    }

    @BeforeEach
    void threeTasks() {
        project = newProject();
        a = task(project, "A");
        b = task(project, "B");
        c = task(project, "C");
        published.clear();
        subscription = updates.subscribe(project, published::add);
    }

    @AfterEach
    void endSubscription() {
        subscription.end();
    }

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
    void undoneChangesComeOneByOneAndCanBeRedone() {
        UUID d = patch(mine(new AddTask("D", new Position(1, 2))))
                .tasks()
                .getFirst()
                .id();
        mine(new EditTask(d, shown(d), new TaskDetails("D2", "Text", TaskStatus.BLOCKED, 1.5)));
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
    void aConnectedSuccessorIsOneChange() {
        UUID group = group(project, a);

        ChangeResult result = mine(new AddTask("Next", new Position(1, 1), null, a));

        assertThat(stored(project, added(result)).parentId()).isEqualTo(group);
        assertThat(patch(result).dependencies())
                .extracting(Dependency::sourceId)
                .containsExactly(a);
        assertThat(refusal(() -> mine(new AddTask("Next", ORIGIN, null, group))))
                .isEqualTo("project.error.edge-group");
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
    void changesGoWithTheirProject() {
        projects.delete(project);

        assertThat(sql.sql("select count(*) from change").query(Long.class).single())
                .isZero();
        assertThat(sql.sql("select count(*) from change_row").query(Long.class).single())
                .isZero();
    }

    @Test
    void nothingIsUndoneOfAnotherDatabase(@Autowired ApplicationEventPublisher events) {
        mine(new MoveTasks(Map.of(a, new Position(1, 1))));

        events.publishEvent(new DatabaseReplaced());

        assertThat(changes.undoState(project, MINE)).isEqualTo(UndoState.NOTHING);
        refusal(() -> changes.undo(project, MINE));
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

    private ChangeResult mine(GraphCommand command) {
        return changes.execute(project, MINE, command);
    }

    private void others(GraphCommand command) {
        changes.execute(project, OTHERS, command);
    }

    private static GraphPatch patch(ChangeResult result) {
        return Objects.requireNonNull(result.change()).patch();
    }

    private static UUID added(ChangeResult result) {
        return patch(result).tasks().getFirst().id();
    }

    private long revision() {
        return sql.sql("select revision from project where id = ?")
                .param(project.toString())
                .query(Long.class)
                .single();
    }

    private List<String> titles() {
        return graphs.load(project).tasks().stream().map(Task::title).toList();
    }

    private Set<UUID> dependencyIds() {
        return Set.copyOf(
                graphs.load(project).dependencies().stream().map(Dependency::id).toList());
    }

    /** The whole graph, without the versions of its tasks. */
    private Object content() {
        ProjectGraph graph = graphs.load(project);
        return List.of(graph.tasks().stream().map(task -> task.inVersion(0)).toList(), graph.dependencies());
    }

    private static TaskDetails details(String title) {
        return new TaskDetails(title, "", TaskStatus.PLANNED, null);
    }
}
