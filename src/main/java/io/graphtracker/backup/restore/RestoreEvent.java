package io.graphtracker.backup.restore;

import io.graphtracker.backup.BackupException;

/** What happens to restores, published as Spring events. */
public sealed interface RestoreEvent {

    /** A restore began. */
    record Started(String backup, boolean undo) implements RestoreEvent {}

    /** It goes on to a step. */
    record Reached(RestoreStep step) implements RestoreEvent {}

    /** It came to its end. */
    sealed interface Ended extends RestoreEvent {}

    /** The database is that of the backup. */
    record Finished(RestoreResult result) implements Ended {}

    /** The database is what it was. */
    record Failed(String backup, boolean undo, BackupException reason) implements Ended {}
}
