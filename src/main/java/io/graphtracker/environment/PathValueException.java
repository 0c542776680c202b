package io.graphtracker.environment;

/** A text is not accepted as a path. The message is only the problem's name, since the text may contain a password. */
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
