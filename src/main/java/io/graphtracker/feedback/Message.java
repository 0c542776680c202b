package io.graphtracker.feedback;

/**
 * One thing to tell a person.
 *
 * @param text one sentence that says what happened
 * @param hint what to do about it, or more about it; may be empty
 */
public record Message(Kind kind, String text, String hint) {

    /** How a message is shown and spoken. */
    public enum Kind {
        /** It worked: spoken politely, goes by itself. */
        SUCCESS,
        /** Worth knowing: spoken politely, goes by itself. */
        INFORMATION,
        /** Something is needed from the person: spoken at once, stays until closed. */
        WARNING,
        /** It failed: spoken at once, stays until closed. */
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

    /** What a screen reader says. */
    public String spoken() {
        return hint.isEmpty() ? text : text + " " + hint;
    }
}
