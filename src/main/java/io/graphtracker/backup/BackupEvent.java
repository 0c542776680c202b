package io.graphtracker.backup;

import java.time.ZonedDateTime;

/** What happens to backups, published as Spring events. */
public sealed interface BackupEvent {

    /** A backup began. */
    record Started(ZonedDateTime at) implements BackupEvent {}

    /** It went on, or was asked to stop; told a few times a second, from any thread. */
    record Progressed(BackupProgress progress) implements BackupEvent {}

    /** It came to its end. */
    sealed interface Ended extends BackupEvent {}

    /**
     * It is published.
     *
     * @param by the name of the user who asked for it
     */
    record Finished(Backup backup, String by) implements Ended {}

    /**
     * It was not made.
     *
     * @param at when it was begun
     * @param by the name of the user who asked for it
     */
    record Failed(BackupException reason, ZonedDateTime at, String by) implements Ended {}
}
