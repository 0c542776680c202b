package io.graphtracker.backup;

import java.time.ZonedDateTime;

/** Events of a backup, published as Spring events. */
public sealed interface BackupEvent {

    /**
     * A backup has started.
     *
     * @param origin where it was requested
     */
    record Started(ZonedDateTime at, Origin origin) implements BackupEvent {}

    /** It made progress, or was cancelled; published a few times a second, from any thread. */
    record Progressed(BackupProgress progress) implements BackupEvent {}

    /** It was not made now, since another process makes one or restores one; it is tried again soon. */
    record Postponed() implements BackupEvent {}

    /** It has ended. */
    sealed interface Ended extends BackupEvent {}

    /**
     * The backup is published.
     *
     * @param user the name of the user who requested it
     */
    record Finished(Backup backup, String user) implements Ended {}

    /**
     * The copy was equal to a backup that exists, so no file was made.
     *
     * @param existing that backup
     * @param user the name of the user who requested it
     */
    record Unchanged(Backup existing, String user) implements Ended {}

    /**
     * No backup was made.
     *
     * @param at when it was started
     * @param user the name of the user who requested it
     */
    record Failed(BackupException reason, ZonedDateTime at, String user) implements Ended {}
}
