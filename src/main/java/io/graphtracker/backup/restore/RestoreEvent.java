package io.graphtracker.backup.restore;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.Origin;

/** The course of a restore, published as Spring events. */
public sealed interface RestoreEvent {

    /**
     * A restore began.
     *
     * @param origin where it was confirmed
     */
    record Started(RestoreSource source, boolean undo, Origin origin) implements RestoreEvent {}

    /** A step begins. */
    record Reached(RestoreStep step) implements RestoreEvent {}

    /** The restore ended. */
    sealed interface Ended extends RestoreEvent {}

    /** The database was replaced. */
    record Finished(RestoreResult result) implements Ended {}

    /** The restore failed, and the database is what it was. */
    record Failed(String backup, boolean undo, BackupException reason) implements Ended {}
}
