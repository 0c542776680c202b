package io.graphtracker.environment;

/**
 * The application cannot start, for a reason that its administrator can correct. The message is one sentence, which
 * is shown instead of a stack trace, see {@link StartupFailureAnalyzer}; it must not contain secrets.
 */
public class StartupException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String action;

    /**
     * @param problem what is wrong, in one sentence
     * @param action what can be done
     */
    public StartupException(String problem, String action) {
        super(problem);
        this.action = action;
    }

    /** What can be done. */
    public String action() {
        return action;
    }
}
