package io.graphtracker.environment;

/**
 * The application cannot start, for a reason that its owner can put right. Its message is one sentence for that person and is
 * shown instead of a stack trace, see {@link StartupFailureAnalyzer}; so it holds no secret.
 */
public class StartupException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String action;

    /**
     * @param problem what is wrong, in one sentence
     * @param action what to do about it
     */
    public StartupException(String problem, String action) {
        super(problem);
        this.action = action;
    }

    /** What to do about it. */
    public String action() {
        return action;
    }
}
