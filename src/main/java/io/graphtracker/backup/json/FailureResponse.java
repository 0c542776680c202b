package io.graphtracker.backup.json;

/**
 * Why something was not done.
 *
 * @param ok false
 * @param code for programs, for example {@code backup_running}
 * @param message what happened
 * @param hint what can be done; may be empty
 */
public record FailureResponse(boolean ok, String code, String message, String hint) {

    public FailureResponse(String code, String message, String hint) {
        this(false, code, message, hint);
    }
}
