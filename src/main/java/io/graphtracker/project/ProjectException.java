package io.graphtracker.project;

/**
 * The rules of a project refuse a request, and nothing was changed. The exception contains the key of a message in the
 * bundle, for the caller to show.
 */
public class ProjectException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String messageKey;
    private final transient Object[] arguments;

    public ProjectException(String messageKey, Object... arguments) {
        super(messageKey);
        this.messageKey = messageKey;
        this.arguments = arguments.clone();
    }

    /** The key of the message. */
    public String messageKey() {
        return messageKey;
    }

    /** The arguments of the message. */
    public Object[] arguments() {
        return arguments == null ? new Object[0] : arguments.clone();
    }
}
