package io.graphtracker.project;

/**
 * What a page knows of a graph without having read it.
 *
 * @param revision counts the changes
 * @param tasks how many there are, without groups
 * @param groups how many there are
 * @param dependencies how many there are
 * @param doneTasks see {@link Progress}; so are the others
 */
public record GraphFacts(
        long revision, long tasks, long groups, long dependencies, long doneTasks, double hours, double doneHours) {

    /** Whether there is neither a task nor a group. */
    public boolean isEmpty() {
        return tasks + groups == 0;
    }

    public Progress progress() {
        return new Progress(tasks, doneTasks, hours, doneHours);
    }

    /** The same at another revision. */
    public GraphFacts at(long otherRevision) {
        return new GraphFacts(otherRevision, tasks, groups, dependencies, doneTasks, hours, doneHours);
    }
}
