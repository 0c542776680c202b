package io.graphtracker.project;

/**
 * How many rows of a change were skipped, because they no longer fit the graph as others have changed it.
 *
 * @param withoutEnd dependencies of tasks that no longer exist
 * @param duplicates dependencies that exist already
 * @param cycles dependencies that would close a cycle
 * @param goneTasks tasks that would change, but no longer exist
 * @param keptTasks tasks that an undo would delete, but that others have changed, connected or filled
 */
public record SkippedRows(int withoutEnd, int duplicates, int cycles, int goneTasks, int keptTasks) {

    static final SkippedRows NOTHING = new SkippedRows(0, 0, 0, 0, 0);

    SkippedRows withTasks(int gone, int kept) {
        return new SkippedRows(withoutEnd, duplicates, cycles, gone, kept);
    }

    /** All of them, of whatever kind. */
    public int total() {
        return withoutEnd + duplicates + cycles + goneTasks + keptTasks;
    }
}
