package io.graphtracker.project;

/**
 * A request that the rules of a project refuse. It carries the key of a text in the bundle, so that a caller can tell
 * the person what is wrong; nothing was changed.
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

    /** The key in the bundle. */
    public String messageKey() {
        return messageKey;
    }

    /** What the text's placeholders stand for. */
    public Object[] arguments() {
        return arguments == null ? new Object[0] : arguments.clone();
    }
}
