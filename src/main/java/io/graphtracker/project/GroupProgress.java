package io.graphtracker.project;

import java.util.Map;

/**
 * How far a group is, by all tasks in it, also those in groups inside it. {@code frontend/graph-status.nocache.js} has
 * the same rule for the canvas.
 *
 * @param done how many tasks are done
 * @param tasks how many there are
 */
public record GroupProgress(TaskStatus status, long done, long tasks) {

    /** That of a group without tasks. */
    public static final GroupProgress EMPTY = new GroupProgress(TaskStatus.PLANNED, 0, 0);

    /**
     * The first that applies: done if all tasks are, blocked if any is, in progress if any is or some are done, to be
     * discussed if any is, otherwise planned.
     *
     * @param counts how many tasks have each status
     */
    static GroupProgress of(Map<TaskStatus, Long> counts) {
        long tasks = counts.values().stream().mapToLong(Long::longValue).sum();
        long done = counts.getOrDefault(TaskStatus.DONE, 0L);
        TaskStatus status;
        if (tasks > 0 && done == tasks) {
            status = TaskStatus.DONE;
        } else if (has(counts, TaskStatus.BLOCKED)) {
            status = TaskStatus.BLOCKED;
        } else if (done > 0 || has(counts, TaskStatus.IN_PROGRESS)) {
            status = TaskStatus.IN_PROGRESS;
        } else if (has(counts, TaskStatus.DISCUSS)) {
            status = TaskStatus.DISCUSS;
        } else {
            status = TaskStatus.PLANNED;
        }
        return new GroupProgress(status, done, tasks);
    }

    private static boolean has(Map<TaskStatus, Long> counts, TaskStatus status) {
        return counts.getOrDefault(status, 0L) > 0;
    }
}
