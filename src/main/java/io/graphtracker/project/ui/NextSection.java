package io.graphtracker.project.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import io.graphtracker.preferences.Flag;
import io.graphtracker.preferences.Preferences;
import io.graphtracker.project.GraphPatch;
import io.graphtracker.project.NextTasks;
import io.graphtracker.project.NextTasks.Frees;
import io.graphtracker.project.PlannedWork;
import io.graphtracker.project.ProjectException;
import io.graphtracker.project.TaskStatus;
import io.graphtracker.project.ui.TaskRows.Row;
import io.graphtracker.texts.Texts;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What to do next, below the canvas: the tasks that can be worked on, what stands in the way of the others, and what
 * frees the most of them. It is worked out only while it is open.
 */
class NextSection extends NativeDetails implements GraphModel.Listener {

    private static final String PREFERENCE = "nextVisible";

    /** How many rows a list shows: more than anyone does next. */
    private static final int MOST = 50;

    private static final int MOST_FREES = 10;

    /** How many of the tasks that another waits for a row names. */
    private static final int NAMED = 3;

    /** One of the three lists: its heading, what it is about, and its rows. */
    private final class Part extends Section {

        private final H2 heading = new H2();
        private final Paragraph text = new Paragraph();
        private final TaskRows rows = new TaskRows(graph, new UnorderedList(), this::focusHeading, texts);

        Part(String id, String headingKey) {
            setId(id);
            heading.setText(texts.get(headingKey));
            heading.getElement().setAttribute("tabindex", "-1");
            text.addClassName("secondary");
            add(heading, text, rows);
        }

        private void focusHeading() {
            heading.getElement().callJsFunction("focus");
        }

        void show(String about, List<Row> shown, int all) {
            text.setText(about);
            text.setVisible(!about.isEmpty());
            rows.show(shown, all);
        }
    }

    private final GraphModel graph;
    private final Texts texts;
    private final PathTexts words;
    private final Part ready;
    private final Part blocked;
    private final Part frees;
    private final Paragraph unavailable = new Paragraph();
    private final Div parts = new Div();

    NextSection(GraphModel graph, Preferences preferences, Texts texts) {
        this.graph = graph;
        this.texts = texts;
        this.words = new PathTexts(graph, texts);
        setId("next");
        addClassNames("outline", "next");
        ready = new Part("nextReady", "next.ready");
        blocked = new Part("nextBlocked", "next.blocked");
        frees = new Part("nextFrees", "next.frees");
        unavailable.setText(texts.get("next.unavailable"));
        parts.add(unavailable, ready, blocked, frees);
        parts.addClassName("next-parts");
        setContent(parts);
        Flag open = preferences.flag(PREFERENCE, false);
        setOpen(open.isOn());
        addToggleListener(toggle -> {
            open.set(toggle.isOpened());
            follow(toggle.isOpened());
        });
        graph.addListener(this);
        follow(open.isOn());
    }

    private void follow(boolean opened) {
        try {
            graph.analysis().showNext(opened);
        } catch (ProjectException e) {
            unavailable.setText(texts.get(e.messageKey(), e.arguments()));
        }
    }

    @Override
    public void nextChanged() {
        Optional<NextTasks> next = graph.analysis().next();
        setVisible(!graph.facts().isEmpty());
        unavailable.setVisible(next.isEmpty());
        List.of(ready, blocked, frees).forEach(part -> part.setVisible(next.isPresent()));
        setSummaryText(next.map(tasks -> texts.get(
                        "next.summary", tasks.ready().size(), tasks.waiting().size()))
                .orElseGet(() -> texts.get("next.title")));
        next.ifPresent(tasks -> {
            showReady(tasks);
            showFrees(tasks);
            showBlocked(tasks);
        });
    }

    /** It is hidden where there is nothing to do at all. */
    @Override
    public void changed(GraphPatch patch) {
        setVisible(!graph.facts().isEmpty());
    }

    @Override
    public void reread() {
        setVisible(!graph.facts().isEmpty());
    }

    @Override
    public void selectionChanged() {
        graph.analysis().next().ifPresent(this::showBlocked);
    }

    private void showReady(NextTasks tasks) {
        List<Row> rows = tasks.ready().stream().limit(MOST).map(this::readyRow).toList();
        ready.show(
                rows.isEmpty() ? nothingReady(tasks) : "", rows, tasks.ready().size());
    }

    private String nothingReady(NextTasks tasks) {
        if (!tasks.waiting().isEmpty()) {
            return texts.get("next.none-ready");
        }
        return texts.get(graph.facts().tasks() == 0 ? "next.no-tasks" : "next.all-done");
    }

    private void showFrees(NextTasks tasks) {
        List<Row> rows = tasks.frees().stream()
                .limit(MOST_FREES)
                .map(task -> row(task.taskId(), note(task)))
                .toList();
        frees.show(rows.isEmpty() ? texts.get("next.frees.nothing") : "", rows, rows.size());
    }

    private String note(Frees task) {
        return texts.get("next.frees.note", task.atOnce(), task.inAll());
    }

    /** What the selected task waits for; if none is selected, all that waits for something. */
    private void showBlocked(NextTasks tasks) {
        graph.selectedTask()
                .flatMap(graph.analysis()::find)
                .ifPresentOrElse(this::showBlockers, () -> showWaiting(tasks));
    }

    private void showBlockers(PlannedWork task) {
        List<UUID> blockers = graph.analysis().blockers(task.id());
        boolean waits = !blockers.isEmpty() && task.status() != TaskStatus.DONE;
        String about = texts.get(
                switch (task.status()) {
                    case DONE -> "critical-path.done";
                    case BLOCKED -> waits ? "next.blocked.by" : "next.blocked.by-status";
                    case PLANNED, IN_PROGRESS, DISCUSS -> waits ? "next.blocked.by" : "next.blocked.by-nothing";
                },
                task.title());
        List<Row> rows =
                waits ? blockers.stream().limit(MOST).map(id -> row(id, "")).toList() : List.of();
        blocked.show(about, rows, waits ? blockers.size() : 0);
    }

    private void showWaiting(NextTasks tasks) {
        List<Row> rows =
                tasks.waiting().stream().limit(MOST).map(this::waitingRow).toList();
        blocked.show(
                rows.isEmpty() ? texts.get("next.blocked.nothing") : "",
                rows,
                tasks.waiting().size());
    }

    /** Its own status, too, if that is why it cannot begin. */
    private Row waitingRow(UUID id) {
        TaskStatus blocked = graph.analysis()
                .find(id)
                .filter(PlannedWork::isBlocked)
                .map(PlannedWork::status)
                .orElse(null);
        return new Row(id, graph.analysis().title(id), waitsFor(id), blocked, false);
    }

    private String waitsFor(UUID id) {
        List<UUID> blockers = graph.analysis().blockers(id);
        if (blockers.isEmpty()) {
            return "";
        }
        String named = blockers.stream()
                .limit(NAMED)
                .map(graph.analysis()::title)
                .collect(Collectors.joining(texts.get("outline.separator")));
        return texts.get(
                "next.blocked.note",
                blockers.size() > NAMED ? texts.get("outline.and-more", named, blockers.size() - NAMED) : named);
    }

    private Row row(UUID id, String note) {
        return new Row(id, graph.analysis().title(id), note, null, false);
    }

    /** Its status, too, unless it is planned, which most are. */
    private Row readyRow(UUID id) {
        TaskStatus status = graph.analysis()
                .find(id)
                .map(PlannedWork::status)
                .filter(other -> other != TaskStatus.PLANNED)
                .orElse(null);
        return new Row(id, graph.analysis().title(id), words.slackNote(id), status, false);
    }
}
