package io.graphtracker.backup;

import java.time.ZonedDateTime;

/** What happens to backups, published as Spring events on the thread that makes the backup. */
public sealed interface BackupEvent {

    /** A backup began. */
    record Started(ZonedDateTime at) implements BackupEvent {}

    /** It is published. */
    record Finished(Backup backup) implements BackupEvent {}

    /** It was not made. */
    record Failed(BackupException reason, ZonedDateTime at) implements BackupEvent {}
}
