package io.graphtracker.database;

/** A change is stored; only what was to follow, usually to read it again, failed. So it must not be told as failed. */
public class StoredException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private StoredException(RuntimeException cause) {
        super("The change is stored, but what was to follow failed.", cause);
    }

    /**
     * Does what follows a change.
     *
     * @throws StoredException if it fails
     */
    public static void guard(Runnable afterwards) {
        try {
            afterwards.run();
        } catch (RuntimeException e) {
            throw new StoredException(e);
        }
    }
}
