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

    /** It is published. */
    record Finished(Backup backup) implements Ended {}

    /** It was not made. */
    record Failed(BackupException reason, ZonedDateTime at) implements Ended {}
}
