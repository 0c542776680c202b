package io.graphtracker.project.exchange;

/**
 * A format that plans can be read from. To add one, add a bean of this type, with {@code @Order} for its place among
 * those that are tried, and two texts: {@code plan.format.<id>} and, if its files end in something new, the list in
 * {@code import.formats}.
 */
public interface PlanFormat {

    /** Names it in texts, for example {@code json}. */
    String id();

    /** Whether a file is of this format, by its content; its name decides only where its content could be several. */
    boolean recognizes(PlanFile file);

    /**
     * Reads a file.
     *
     * @throws PlanException if it is damaged, or beyond the limits
     */
    void read(PlanFile file, PlanBuilder plan);
}
