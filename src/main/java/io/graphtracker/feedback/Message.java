package io.graphtracker.feedback;

/**
 * A message to the user.
 *
 * @param text one sentence that says what happened
 * @param hint what can be done, or details; may be empty
 */
public record Message(Kind kind, String text, String hint) {

    /** How a message is shown and announced. */
    public enum Kind {
        /** Something worked: announced politely, disappears by itself. */
        SUCCESS,
        /** Worth knowing: announced politely, disappears by itself. */
        INFORMATION,
        /** The user has to do something: announced at once, stays until closed. */
        WARNING,
        /** Something failed: announced at once, stays until closed. */
        ERROR;

        /** Whether the message interrupts a screen reader and stays until closed. */
        public boolean isProblem() {
            return this == WARNING || this == ERROR;
        }
    }

    public static Message success(String text, String hint) {
        return new Message(Kind.SUCCESS, text, hint);
    }

    public static Message information(String text) {
        return new Message(Kind.INFORMATION, text, "");
    }

    public static Message warning(String text, String hint) {
        return new Message(Kind.WARNING, text, hint);
    }

    public static Message error(String text, String hint) {
        return new Message(Kind.ERROR, text, hint);
    }

    /** The text for screen readers. */
    public String spoken() {
        return hint.isEmpty() ? text : text + " " + hint;
    }
}
