package io.graphtracker.project.exchange;

import io.graphtracker.project.TaskPriority;
import io.graphtracker.project.TaskStatus;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What statuses and priorities are called in files of any origin. */
public final class PlanNames {

    private static final Map<TaskStatus, List<String>> STATUSES = Map.of(
            TaskStatus.PLANNED,
            List.of(
                    "planned",
                    "to do",
                    "todo",
                    "open",
                    "new",
                    "backlog",
                    "not started",
                    "selected for development",
                    "ready",
                    "reopened"),
            TaskStatus.IN_PROGRESS,
            List.of("in progress", "doing", "active", "started", "in review", "under way", "ongoing", "testing"),
            TaskStatus.DISCUSS,
            List.of("discuss", "needs discussion", "question", "feedback"),
            TaskStatus.BLOCKED,
            List.of("blocked", "on hold", "waiting", "impeded"),
            TaskStatus.DONE,
            List.of("done", "closed", "resolved", "complete", "completed", "finished", "100%"));

    private static final Map<TaskPriority, List<String>> PRIORITIES = Map.of(
            TaskPriority.LOW, List.of("low", "lowest", "minor", "trivial"),
            TaskPriority.NORMAL, List.of("normal", "medium", "middle"),
            TaskPriority.HIGH, List.of("high", "highest", "urgent", "critical", "blocker", "major"));

    private PlanNames() {}

    /** A status by one of its usual names. */
    public static Optional<TaskStatus> status(String name) {
        return find(STATUSES, name);
    }

    /** A priority by one of its usual names. */
    public static Optional<TaskPriority> priority(String name) {
        return find(PRIORITIES, name);
    }

    /** What a priority is called in files of our own. */
    public static String of(TaskPriority priority) {
        return priority.name().toLowerCase(Locale.ROOT);
    }

    private static <T> Optional<T> find(Map<T, List<String>> names, String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT).replace('-', ' ').replace('_', ' ');
        return names.entrySet().stream()
                .filter(entry -> entry.getValue().contains(plain))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
