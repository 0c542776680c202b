package io.graphtracker.backup.retention;

/** What became of the wish to save {@link RetentionRule#SENSIBLE} without a preview. */
public enum SensibleRule {
    SAVED,
    /** There is a rule that somebody chose. */
    KEPT_OTHER,
    /** It would delete backups, which nobody has seen in a preview. */
    NEEDS_PREVIEW
}
