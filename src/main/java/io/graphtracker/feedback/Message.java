package io.graphtracker.feedback;

/**
 * A message to the user.
 *
 * @param text one sentence that says what happened
 * @param hint what can be done, or details; may be empty
 * @param subject what it is about: a later message about the same takes its place; empty for what the user did last
 */
public record Message(Kind kind, String text, String hint, String subject) {

    /** A message about what the user did last. */
    public Message(Kind kind, String text, String hint) {
        this(kind, text, hint, "");
    }

    /** The same about something that may end while the user does something else. */
    public Message about(String what) {
        return new Message(kind, text, hint, what);
    }

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
