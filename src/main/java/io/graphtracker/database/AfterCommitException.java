package io.graphtracker.database;

/**
 * A change has been stored, but what followed failed, usually reading it again. The change must not be reported as
 * failed.
 */
public class AfterCommitException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private AfterCommitException(RuntimeException cause) {
        super("The change is stored, but what was to follow failed.", cause);
    }

    /**
     * Runs what follows a stored change.
     *
     * @throws AfterCommitException if it fails
     */
    public static void guard(Runnable afterwards) {
        try {
            afterwards.run();
        } catch (RuntimeException e) {
            throw new AfterCommitException(e);
        }
    }
}
