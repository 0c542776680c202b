package io.graphtracker.project.ui;

import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import io.graphtracker.database.AfterCommitException;
import io.graphtracker.database.DatabaseGeneration;
import io.graphtracker.project.Change;
import io.graphtracker.project.ChangeResult;
import io.graphtracker.project.GraphCommand;
import io.graphtracker.project.GraphDetails;
import io.graphtracker.project.GraphFacts;
import io.graphtracker.project.GraphPatch;
import io.graphtracker.project.Position;
import io.graphtracker.project.ProjectException;
import io.graphtracker.project.Task;
import io.graphtracker.project.UndoState;
import io.graphtracker.project.WorkPlan;
import io.graphtracker.project.layout.FreePlaces;
import io.graphtracker.project.layout.GroupRoom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.SequencedSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an open page knows of its graph: the revision, what is selected and what is highlighted, but neither tasks nor
 * dependencies. All parts of the page change the graph here, and are told here of what was changed on any page. A page
 * that was opened before the database was replaced changes nothing any more.
 *
 * @see "docs/decisions/2026-11-24-pages-of-an-earlier-database.md"
 */
class GraphModel {

    /** A part of the page that shows the graph or something in it. */
    interface Listener {

        /** The graph was changed, on this page or on another. */
        default void changed(GraphPatch patch) {}

        /** The graph may have changed in ways that nobody has told; it has to be read again. */
        default void reread() {}

        /** Another path is highlighted, or none. */
        default void highlightChanged() {}

        /** There is another filter, or none, or the tasks that match were read again. */
        default void filterChanged() {}

        /** Some tasks match the filter since the plan was changed, and some no longer do. */
        default void matchesChanged(Set<UUID> added, Set<UUID> gone) {}

        /** Something else can be done next, or that is no longer shown. */
        default void nextChanged() {}

        /** What the canvas shows is not what is stored. */
        default void movesRefused() {}

        /** Other tasks are selected, or a dependency, or nothing. */
        default void selectionChanged() {}

        /** The selected task is to be brought into view. */
        default void revealRequested() {}

        /** The user wants to edit the selected task. */
        default void editingRequested() {}
    }

    private final GraphServices services;
    private final UUID projectId;
    private final String pageId;
    private final DatabaseGeneration database;
    private final long readFrom;
    private final List<Listener> listeners = new ArrayList<>();
    private final Queue<GraphPatch> waiting = new ConcurrentLinkedQueue<>();
    private final SequencedSet<UUID> selection = new LinkedHashSet<>();
    private final ValueSignal<UndoState> undoState;
    private final PlanAnalysis analysis;
    private final PlanFilter filter;
    private GraphFacts facts;
    /** Whether a part of the page may not have been told of a change. */
    private boolean stale;

    private @Nullable UUID selectedDependency;

    /** @param pageId identifies the page among those that change the graph, also after a reload */
    GraphModel(GraphServices services, UUID projectId, String pageId, DatabaseGeneration database) {
        this.services = services;
        this.projectId = projectId;
        this.pageId = pageId;
        this.database = database;
        this.readFrom = database.current();
        this.facts = services.details().facts(projectId);
        this.undoState = new ValueSignal<>(services.changes().undoState(projectId, pageId));
        this.analysis = new PlanAnalysis(
                this::readPlan,
                () -> listeners.forEach(Listener::highlightChanged),
                () -> listeners.forEach(Listener::nextChanged));
        this.filter = new PlanFilter(
                wanted -> services.details().matching(projectId, wanted),
                () -> listeners.forEach(Listener::filterChanged),
                (added, gone) -> listeners.forEach(listener -> listener.matchesChanged(added, gone)));
    }

    void addListener(Listener listener) {
        listeners.add(listener);
    }

    UUID projectId() {
        return projectId;
    }

    GraphFacts facts() {
        return facts;
    }

    /** What this page can undo and redo. */
    Signal<UndoState> undoState() {
        return undoState.asReadonly();
    }

    /** Reads a task, which may no longer exist. */
    Optional<Task> find(UUID taskId) {
        return services.graphs().find(projectId, taskId);
    }

    /** Reads tasks; those that no longer exist are left out. */
    List<Task> findAll(Collection<UUID> taskIds) {
        return services.graphs().find(projectId, taskIds);
    }

    /** Reads where there is room for new tasks. */
    FreePlaces freePlaces() {
        return FreePlaces.among(services.details().places(projectId));
    }

    /** Reads where tasks and groups have to move when they become a group. */
    Map<UUID, Position> roomForGroupOf(Set<UUID> ids) {
        return GroupRoom.forGroupOf(ids, services.details().places(projectId));
    }

    /** The services that this page asks about its graph. */
    GraphDetails details() {
        return services.details();
    }

    /** The selected tasks and groups, in the order in which they were selected. */
    SequencedSet<UUID> selection() {
        return new LinkedHashSet<>(selection);
    }

    /** The selected task or group, if it is the only one. */
    Optional<UUID> selectedTask() {
        return selection.size() == 1 ? Optional.of(selection.getFirst()) : Optional.empty();
    }

    Optional<UUID> selectedDependency() {
        return Optional.ofNullable(selectedDependency);
    }

    /** What is worked out of the whole plan, as long as it is shown. */
    PlanAnalysis analysis() {
        return analysis;
    }

    /** Which tasks are brought out. */
    PlanFilter filter() {
        return filter;
    }

    /** Selects tasks and groups; nothing if there are none. */
    void select(Collection<UUID> taskIds) {
        select(taskIds, null);
    }

    void select(UUID taskId) {
        select(List.of(taskId), null);
    }

    void selectDependency(UUID dependencyId) {
        select(List.of(), dependencyId);
    }

    private void select(Collection<UUID> taskIds, @Nullable UUID dependencyId) {
        List<UUID> before = List.copyOf(selection);
        boolean sameDependency = Objects.equals(dependencyId, selectedDependency);
        selection.clear();
        selection.addAll(taskIds);
        selectedDependency = dependencyId;
        if (!sameDependency || !before.equals(List.copyOf(selection))) {
            listeners.forEach(Listener::selectionChanged);
        }
    }

    /** Brings the selected task into view. */
    void reveal() {
        listeners.forEach(Listener::revealRequested);
    }

    /** Selects a task and shows its fields for editing. */
    void edit(UUID taskId) {
        select(taskId);
        listeners.forEach(Listener::editingRequested);
    }

    /**
     * Changes the graph, and tells all parts of the page.
     *
     * @throws ProjectException if the rules refuse it, or the database was replaced; nothing was changed
     */
    ChangeResult execute(GraphCommand command) {
        return change(() -> services.changes().execute(projectId, pageId, command));
    }

    /** @throws ProjectException if there is nothing to undo, or the database was replaced */
    ChangeResult undo() {
        return change(() -> services.changes().undo(projectId, pageId));
    }

    /** @throws ProjectException if this change can no longer be undone, or the database was replaced */
    ChangeResult undo(UUID changeId) {
        return change(() -> services.changes().undo(projectId, pageId, changeId));
    }

    /** @throws ProjectException if there is nothing to redo, or the database was replaced */
    ChangeResult redo() {
        return change(() -> services.changes().redo(projectId, pageId));
    }

    private ChangeResult change(Supplier<ChangeResult> change) {
        requirePresent();
        ChangeResult result = change.get();
        AfterCommitException.guard(() -> {
            if (result.undo() != null) {
                undoState.set(result.undo());
            }
            if (result.change() != null) {
                waiting.add(result.change().patch());
                applyWaiting();
            }
        });
        return result;
    }

    /** After a restore, this page must not write what it has read from the former database. */
    private void requirePresent() {
        if (database.current() != readFrom) {
            throw new ProjectException("project.error.database-replaced");
        }
    }

    /**
     * Keeps a change that was made on this page or on another until {@link #applyWaiting}. May be called on any thread.
     */
    void receive(Change change) {
        if (change.generation() == readFrom) {
            waiting.add(change.patch());
        }
    }

    /** Whether a change of this graph was made on another page. */
    boolean isOfOthers(Change change) {
        return change.generation() == readFrom && !pageId.equals(change.pageId());
    }

    /** Shows what was changed since; what the page shows already is left out. */
    void applyWaiting() {
        List<GraphPatch> patches =
                Stream.generate(waiting::poll).takeWhile(Objects::nonNull).toList();
        for (GraphPatch patch : GraphPatch.merge(patches)) {
            if (stale || patch.from() > facts.revision()) {
                reread();
                return;
            }
            if (patch.to() > facts.revision()) {
                // until every part has been told, also if one of them fails, for example while the database is closed
                stale = true;
                apply(patch);
                stale = false;
            }
        }
    }

    /** Reads everything again if the graph was changed after it was read, and before this page was told of changes. */
    void catchUp() {
        if (services.details().facts(projectId).revision() != facts.revision()) {
            reread();
        }
    }

    private void apply(GraphPatch patch) {
        boolean plan = patch.changesPlan();
        facts = plan ? services.details().facts(projectId).at(patch.to()) : facts.at(patch.to());
        listeners.forEach(listener -> listener.changed(patch));
        forget(Set.copyOf(patch.removedTasks()), Set.copyOf(patch.removedDependencies()));
        if (plan) {
            analysis.changed(patch);
            filter.changed(patch);
        }
    }

    private void forget(Set<UUID> removedTasks, Set<UUID> removedDependencies) {
        List<UUID> left =
                selection.stream().filter(id -> !removedTasks.contains(id)).toList();
        UUID dependency = selectedDependency == null || removedDependencies.contains(selectedDependency)
                ? null
                : selectedDependency;
        select(left, dependency);
    }

    /**
     * Reads everything again, and tells all parts of the page to do the same; not from a database that has replaced the
     * one of this page.
     *
     * @throws ProjectException if the project no longer exists
     */
    void reread() {
        if (database.current() != readFrom) {
            return;
        }
        stale = true;
        facts = services.details().facts(projectId);
        undoState.set(services.changes().undoState(projectId, pageId));
        listeners.forEach(Listener::reread);
        Set<UUID> left = services.details().existing(projectId, selection);
        UUID dependency = selectedDependency()
                .filter(id -> services.details().dependency(projectId, id).isPresent())
                .orElse(null);
        select(selection.stream().filter(left::contains).toList(), dependency);
        analysis.reread();
        filter.reread();
        stale = false;
    }

    /** Tells the canvas to show what is stored. */
    void refuseMoves() {
        listeners.forEach(Listener::movesRefused);
    }

    private WorkPlan readPlan() {
        requirePresent();
        return services.graphs().plan(projectId);
    }
}
