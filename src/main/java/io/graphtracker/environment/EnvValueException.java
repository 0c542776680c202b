package io.graphtracker.environment;

/** The process environment sets a variable to an ambiguous value. The message never contains the value. */
public class EnvValueException extends StartupException {

    private static final long serialVersionUID = 1L;

    private final EnvValueProblem problem;

    EnvValueException(String variable, EnvValueProblem problem) {
        super(
                variable + " in the environment " + problem.phrase() + ".",
                "Write the value with a quote at both ends, or without any and without a comment, and start again.");
        this.problem = problem;
    }

    EnvValueProblem problem() {
        return problem;
    }
}
