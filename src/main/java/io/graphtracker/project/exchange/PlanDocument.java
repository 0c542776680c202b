package io.graphtracker.project.exchange;

import java.util.List;

/**
 * A plan, independent of where it came from and where it goes.
 *
 * @param name what the plan is called
 * @param tasks tasks and groups, in their order; a key is unique
 * @param dependencies between keys of these tasks, without cycles
 */
public record PlanDocument(String name, List<PlanTask> tasks, List<PlanDependency> dependencies) {

    public PlanDocument {
        tasks = List.copyOf(tasks);
        dependencies = List.copyOf(dependencies);
    }

    /** How many tasks there are, without groups. */
    public int taskCount() {
        return tasks.size() - groupCount();
    }

    /** How many groups there are. */
    public int groupCount() {
        return (int) tasks.stream().filter(PlanTask::group).count();
    }
}
