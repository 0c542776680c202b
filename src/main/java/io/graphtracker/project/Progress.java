package io.graphtracker.project;

/**
 * How far a project is. What is done of a task that is not done is its actual hours, at most its planned ones, so that
 * what is done and what remains are the planned hours together.
 *
 * @param tasks how many there are, without groups
 * @param doneTasks how many of them are done
 * @param hours planned for all of them
 * @param doneHours how many of these are done
 */
public record Progress(long tasks, long doneTasks, double hours, double doneHours) {

    private static final double PERCENT = 100;

    /** Floating-point sums of the same hours may differ by less than this. */
    private static final double TOLERANCE = 1e-6;

    /** JPQL for what is done of the planned hours of the task {@code n}. */
    static final String DONE_HOURS = """
            case when n.status = io.graphtracker.project.TaskStatus.DONE then n.plannedHours
                when n.actualHours is null then 0.0
                when n.actualHours < n.plannedHours then n.actualHours
                else n.plannedHours end
            """;

    /** Of nothing. */
    public static final Progress NONE = new Progress(0, 0, 0, 0);

    /** Whether it is counted in hours; where none are planned, it is counted in tasks. */
    public boolean inHours() {
        return hours > 0;
    }

    /** Rounded down, so that 100 means that all is done; 0 if there is nothing. */
    public int percent() {
        if (inHours()) {
            return (int) (PERCENT * (doneHours + TOLERANCE) / hours);
        }
        return tasks == 0 ? 0 : (int) (PERCENT * doneTasks / tasks);
    }
}
