package io.graphtracker.project.ui;

import io.graphtracker.database.AfterCommitException;
import io.graphtracker.database.DatabaseGeneration;
import io.graphtracker.feedback.Feedback;
import io.graphtracker.feedback.Message;
import io.graphtracker.project.CriticalPath;
import io.graphtracker.project.Dependency;
import io.graphtracker.project.GraphService;
import io.graphtracker.project.Position;
import io.graphtracker.project.ProjectException;
import io.graphtracker.project.ProjectGraph;
import io.graphtracker.project.Task;
import io.graphtracker.project.TaskDetails;
import io.graphtracker.texts.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The graph on an open page, its selection and its highlight. All parts of the page change it here and are notified
 * here. A change that the rules of a project refuse becomes a message. A page that was opened before the database was
 * replaced changes nothing any more.
 *
 * @see "docs/decisions/2026-11-24-pages-of-an-earlier-database.md"
 */
class GraphModel {

    /** A part of the page that shows the graph or something in it. */
    interface Listener {

        /** Tasks, dependencies or the highlight changed; the selected task may no longer exist. */
        default void graphChanged() {}

        /** What the canvas shows is not what is stored. */
        default void movesRefused() {}

        /** Another task is selected, or none. */
        default void selectionChanged() {}

        /** The selected task is to be brought into view. */
        default void revealRequested() {}

        /** The user wants to edit the selected task. */
        default void editingRequested() {}
    }

    private final GraphService service;
    private final UUID projectId;
    private final DatabaseGeneration database;
    private final long readFrom;
    private final Feedback feedback;
    private final Texts texts;
    private final List<Listener> listeners = new ArrayList<>();
    private ProjectGraph graph;
    private @Nullable UUID selectedId;
    private @Nullable CriticalPath criticalPath;

    GraphModel(GraphService service, UUID projectId, DatabaseGeneration database, Feedback feedback, Texts texts) {
        this.service = service;
        this.projectId = projectId;
        this.database = database;
        this.readFrom = database.current();
        this.feedback = feedback;
        this.texts = texts;
        this.graph = service.load(projectId);
    }

    void addListener(Listener listener) {
        listeners.add(listener);
    }

    UUID projectId() {
        return projectId;
    }

    ProjectGraph graph() {
        return graph;
    }

    Optional<Task> find(@Nullable UUID taskId) {
        return graph.tasks().stream().filter(task -> task.id().equals(taskId)).findFirst();
    }

    /** The task with an id sent by the browser, which may no longer exist. */
    Optional<Task> find(@Nullable String taskId) {
        return graph.tasks().stream()
                .filter(task -> task.id().toString().equals(taskId))
                .findFirst();
    }

    Optional<Task> selected() {
        return find(selectedId);
    }

    Optional<CriticalPath> criticalPath() {
        return Optional.ofNullable(criticalPath);
    }

    void select(@Nullable UUID taskId) {
        if (!Objects.equals(taskId, selectedId)) {
            selectedId = taskId;
            listeners.forEach(Listener::selectionChanged);
        }
    }

    /** Brings the selected task into view. */
    void reveal() {
        listeners.forEach(Listener::revealRequested);
    }

    /** Selects a task and shows its fields for editing. */
    void edit(Task task) {
        select(task.id());
        listeners.forEach(Listener::editingRequested);
    }

    /** Adds a task and selects it. */
    Optional<Task> addTask(String title, Position position) {
        List<Task> added = new ArrayList<>();
        change(() -> added.add(service.addTask(projectId, title, position)));
        added.forEach(task -> select(task.id()));
        return added.stream().findFirst();
    }

    boolean update(UUID taskId, TaskDetails shown, TaskDetails wanted) {
        return change(() -> service.update(taskId, shown, wanted));
    }

    boolean delete(UUID taskId) {
        return change(() -> service.delete(taskId));
    }

    boolean disconnect(Dependency dependency) {
        return change(() -> service.disconnect(dependency.id()));
    }

    /**
     * Makes one task depend on another.
     *
     * @throws ProjectException if the rules refuse it, for the dialog to show; or if the database was replaced
     */
    void connect(UUID sourceId, UUID targetId) {
        requirePresent();
        service.connect(sourceId, targetId);
        AfterCommitException.guard(this::reload);
    }

    /**
     * Stores positions that the canvas shows already; listeners are notified only if some of the tasks no longer
     * exist.
     */
    void moved(Map<UUID, Position> positions) {
        AtomicInteger moved = new AtomicInteger();
        try {
            attempt(() -> moved.set(service.move(positions)));
        } catch (RuntimeException e) {
            listeners.forEach(Listener::movesRefused);
            throw e;
        }
        if (moved.get() < positions.size()) {
            listeners.forEach(Listener::movesRefused);
            reloadAfter(moved.get() > 0);
            return;
        }
        List<Task> tasks = graph.tasks().stream()
                .map(task -> task.at(positions.getOrDefault(task.id(), task.position())))
                .toList();
        graph = new ProjectGraph(projectId, tasks, graph.dependencies());
    }

    /** Moves a task, and all tasks in it if it is a group. */
    void moveBy(Task task, double x, double y) {
        Map<UUID, Position> positions = new HashMap<>();
        withContent(task)
                .forEach(moved -> positions.put(
                        moved.id(),
                        new Position(moved.position().x() + x, moved.position().y() + y)));
        change(() -> service.move(positions));
    }

    /** Highlights the critical path, or stops doing so. */
    void toggleCriticalPath() {
        if (criticalPath == null) {
            attempt(() -> criticalPath = service.criticalPath(projectId));
        } else {
            criticalPath = null;
        }
        listeners.forEach(Listener::graphChanged);
    }

    /** Reloads the graph and notifies all parts of the page. */
    void reload() {
        graph = service.load(projectId);
        if (criticalPath != null) {
            criticalPath = null;
            attempt(() -> criticalPath = service.criticalPath(projectId));
        }
        listeners.forEach(Listener::graphChanged);
        if (selectedId != null && selected().isEmpty()) {
            select(null);
        }
    }

    private boolean change(Runnable change) {
        boolean changed = attempt(change);
        // after a refusal, too: its reason may be that a task no longer exists
        reloadAfter(changed);
        return changed;
    }

    private void reloadAfter(boolean changed) {
        if (changed) {
            AfterCommitException.guard(() -> attempt(this::reload));
        } else {
            attempt(this::reload);
        }
    }

    /** After a restore, this page must not write what it has read from the former database. */
    private void requirePresent() {
        if (database.current() != readFrom) {
            throw new ProjectException("project.error.database-replaced");
        }
    }

    private boolean attempt(Runnable change) {
        try {
            requirePresent();
            change.run();
            return true;
        } catch (ProjectException e) {
            feedback.show(Message.warning(texts.get(e.messageKey(), e.arguments()), ""));
            return false;
        }
    }

    private List<Task> withContent(Task task) {
        List<Task> all = new ArrayList<>(List.of(task));
        graph.tasks().stream()
                .filter(child -> task.id().equals(child.parentId()))
                .forEach(child -> all.addAll(withContent(child)));
        return all;
    }
}
