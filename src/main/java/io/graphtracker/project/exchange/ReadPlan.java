package io.graphtracker.project.exchange;

import java.util.List;

/**
 * A plan that was read from a file, and nothing else done with it.
 *
 * @param fileName where it was read from
 * @param format see {@link PlanFormat#id}
 * @param findings the first ones, in the order of the file as far as it is known
 * @param findingCount how many there are in all
 * @param droppedDependencies how many of the dependencies in the file the document lacks
 * @param cycles how many of them would have closed a cycle
 */
public record ReadPlan(
        String fileName,
        String format,
        PlanDocument document,
        List<Finding> findings,
        int findingCount,
        int droppedDependencies,
        int cycles) {

    public ReadPlan {
        findings = List.copyOf(findings);
    }
}
