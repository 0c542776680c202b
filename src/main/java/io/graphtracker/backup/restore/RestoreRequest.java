package io.graphtracker.backup.restore;

/**
 * What a person asks for: a restore, or the undo of the last one. {@link RestoreService} previews it, and carries it
 * out once confirmed.
 */
public sealed interface RestoreRequest {

    /** A restore of a given source. */
    sealed interface Restore extends RestoreRequest {}

    /** Restores a backup from the folder, by its name. */
    record OfBackup(String name) implements Restore {}

    /** Restores a former database. */
    record OfFormerDatabase(FormerDatabase database) implements Restore {}

    /** Undoes the last restore by restoring what it replaced. */
    record Undo(UndoOffer offer) implements RestoreRequest {}
}
