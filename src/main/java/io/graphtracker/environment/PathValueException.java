package io.graphtracker.environment;

/** A text that cannot be meant as a path. The message is the problem's name alone: the text may hold a password. */
public class PathValueException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final PathProblem problem;

    PathValueException(PathProblem problem) {
        super(problem.slug());
        this.problem = problem;
    }

    public PathProblem problem() {
        return problem;
    }
}
