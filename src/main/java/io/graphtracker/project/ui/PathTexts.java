package io.graphtracker.project.ui;

import io.graphtracker.project.CriticalPath;
import io.graphtracker.project.CriticalPath.Times;
import io.graphtracker.project.PlannedWork;
import io.graphtracker.project.TaskPath;
import io.graphtracker.texts.Texts;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a page says about the path that it shows. */
final class PathTexts {

    private static final double MINUTES = 60;

    private final GraphModel graph;
    private final Texts texts;

    PathTexts(GraphModel graph, Texts texts) {
        this.graph = graph;
        this.texts = texts;
    }

    /** How long the path is that is shown; empty if none is. */
    String sum() {
        return graph.analysis()
                .taskPath()
                .map(this::sum)
                .or(() -> graph.analysis().criticalPath().map(this::sum))
                .orElse("");
    }

    /** The same with how to get at its tasks by keys. */
    String announcement() {
        return graph.analysis().chain().isEmpty() ? sum() : texts.get("critical-path.announced", sum());
    }

    private String sum(CriticalPath path) {
        if (path.chain().isEmpty()) {
            return texts.get(graph.facts().isEmpty() ? "critical-path.empty" : "critical-path.nothing-left");
        }
        int parallel = path.taskIds().size() - path.chain().size();
        return texts.get("critical-path.shown", path.chain().size(), hours(path.minutes(), texts), parallel);
    }

    private String sum(TaskPath path) {
        return texts.get(
                "task-path.shown",
                graph.analysis().title(path.taskId()),
                path.chain().size(),
                hours(path.totalMinutes(), texts),
                hours(path.minutesBefore(), texts),
                hours(path.minutesAfter(), texts));
    }

    /** How much slack the selected task has, and what would make it critical; empty if there is nothing to say. */
    Optional<String> slack() {
        return graph.analysis()
                .criticalPath()
                .flatMap(path ->
                        graph.selectedTask().flatMap(graph.analysis()::find).flatMap(task -> slack(path, task)));
    }

    private Optional<String> slack(CriticalPath path, PlannedWork task) {
        Times times = path.times().get(task.id());
        if (times == null || path.chain().isEmpty()) {
            return Optional.empty();
        }
        if (path.taskIds().contains(task.id())) {
            return Optional.of(texts.get("critical-path.critical", task.title()));
        }
        if (!task.isOpen()) {
            return Optional.of(texts.get("critical-path.done", task.title()));
        }
        long minutes = task.remainingMinutes();
        return Optional.of(texts.get(
                "critical-path.slack",
                task.title(),
                hours(times.slack(), texts),
                hours(minutes + times.slack(), texts),
                hours(minutes, texts)));
    }

    /** What a row of the outline says about the slack of a task or a group; empty if there is nothing to say. */
    String cell(UUID id) {
        return graph.analysis()
                .criticalPath()
                .filter(path -> !path.chain().isEmpty())
                .map(path -> cell(path, id))
                .orElse("");
    }

    private String cell(CriticalPath path, UUID id) {
        List<UUID> chain = graph.analysis().chain();
        int at = chain.indexOf(id);
        boolean ofTask = graph.analysis().taskPath().isPresent();
        boolean critical = path.taskIds().contains(id);
        if (at >= 0) {
            return texts.get(critical ? "outline.slack.critical-step" : "outline.slack.step", at + 1, chain.size());
        }
        if (critical) {
            return texts.get(ofTask ? "outline.slack.critical" : "outline.slack.parallel");
        }
        if (path.groupIds().contains(id)) {
            return texts.get("outline.slack.group");
        }
        Times times = path.times().get(id);
        boolean open = graph.analysis().find(id).filter(PlannedWork::isOpen).isPresent();
        return times == null || !open ? "" : hours(times.slack(), texts);
    }

    boolean isShown() {
        return graph.analysis().criticalPath().isPresent();
    }

    /** How many hours of work are left in a task that is not done, or in a group; nothing if no path is shown. */
    Optional<Double> hoursLeft(UUID id) {
        return graph.analysis()
                .remainingMinutes(id)
                .filter(minutes -> minutes > 0 || graph.analysis().chain().contains(id))
                .map(minutes -> minutes / MINUTES);
    }

    /** What a row of the outline says aloud about the path: the slack, or which step it is and what comes next. */
    String spoken(UUID id) {
        String cell = cell(id);
        String next = nextOf(id);
        boolean slack = !graph.analysis().chain().contains(id)
                && graph.analysis().find(id).filter(PlannedWork::isOpen).isPresent()
                && !graph.analysis().isCritical(id);
        String said = slack && !cell.isEmpty() ? texts.get("critical-path.note.slack", cell) : cell;
        return next.isEmpty() ? said : texts.get("outline.spoken-step", said, next);
    }

    /** Which task of the path that is shown comes after one, in words; empty if it is not on the path. */
    String nextOf(UUID id) {
        if (!graph.analysis().chain().contains(id)) {
            return "";
        }
        return beside(id, true)
                .map(next -> texts.get("outline.then", graph.analysis().title(next)))
                .orElseGet(() -> texts.get("outline.then-nothing"));
    }

    /** The task before or after one on the path that is shown; the first or the last of it for a task beside the path. */
    Optional<UUID> beside(UUID id, boolean forwards) {
        List<UUID> chain = graph.analysis().chain();
        int at = chain.indexOf(id);
        int wanted = forwards ? at + 1 : at < 0 ? chain.size() - 1 : at - 1;
        return wanted < 0 || wanted >= chain.size() ? Optional.empty() : Optional.of(chain.get(wanted));
    }

    /** The slack of a task in a list, in words. */
    String slackNote(UUID id) {
        if (graph.analysis().isCritical(id)) {
            return texts.get("critical-path.note.critical");
        }
        return graph.analysis()
                .slack(id)
                .map(minutes -> texts.get("critical-path.note.slack", hours(minutes, texts)))
                .orElse("");
    }

    /** How long a task of the path takes; empty if it does not exist. */
    String duration(UUID id) {
        return graph.analysis()
                .find(id)
                .map(task -> hours(task.remainingMinutes(), texts))
                .orElse("");
    }

    /** A number of minutes as hours, in words. */
    static String hours(long minutes, Texts texts) {
        double hours = minutes / MINUTES;
        return texts.get("critical-path.hours", hours, HoursText.rounded(hours));
    }
}
