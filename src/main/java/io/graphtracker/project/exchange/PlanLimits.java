package io.graphtracker.project.exchange;

/**
 * What a file may contain at most.
 *
 * @param tasks and groups
 * @param bytes of the file
 * @param depth of groups in each other, and of whatever a format nests
 */
public record PlanLimits(int tasks, int dependencies, int bytes, int depth) {

    /** The limits of the product. */
    public static final PlanLimits DEFAULT = new PlanLimits(20_000, 40_000, 20_000_000, 100);
}
