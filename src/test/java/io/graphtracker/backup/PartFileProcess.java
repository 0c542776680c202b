package io.graphtracker.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZonedDateTime;

/** The {@code main} of a process that deletes a part file or a backup, and what belongs to it, see {@link ChildProcess}. */
final class PartFileProcess {

    static final BackupName NAME = BackupName.first(ZonedDateTime.parse("2026-11-22T21:30:00Z"));
    static final String DONE = "done";

    /** Why it is deleted. */
    enum Way {
        /** The backup is cancelled in the last moment, when checksum and manifest are written. */
        CANCELLED,
        /** An earlier process left it behind. */
        LEFT_BEHIND,
        /** It was published, and is deleted like any backup. */
        PUBLISHED
    }

    private PartFileProcess() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[1]);
        switch (Way.valueOf(arguments[0])) {
            case CANCELLED -> publishCancelled(folder);
            case LEFT_BEHIND -> BackupFolder.prepare(folder).deleteLeftovers();
            case PUBLISHED -> BackupFolder.deleteBackup(folder.resolve(NAME.file()));
        }
        System.out.println(DONE);
    }

    private static void publishCancelled(Path folder) throws IOException {
        try (PartFile part = PartFile.create(folder, NAME)) {
            part.force();
            part.publish("00", name -> new byte[] {'{', '}'}, () -> {
                throw new BackupException(BackupProblem.BACKUP_CANCELLED);
            });
        } catch (BackupException e) {
            // as intended
        }
    }
}
