package io.graphtracker.backup.schedule;

import io.graphtracker.backup.BackupEvent;
import io.graphtracker.backup.TestBackups;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDateTime;

/**
 * A process with a scheduler. For every line it reads, a minute has passed, and it looks. With a second argument, it
 * waits for a line whenever a backup has begun.
 */
final class SchedulerProcess {

    private SchedulerProcess() {}

    public static void main(String[] arguments) throws IOException {
        try (TestBackups backups = TestBackups.resume(Path.of(arguments[0]))) {
            if (arguments.length > 1) {
                backups.on(BackupEvent.Started.class, SchedulerProcess::waitAsked);
            }
            LocalDateTime now = TestBackups.NOW;
            System.out.println("ready");
            while (System.in.read() >= 0) {
                now = now.plusMinutes(1);
                backups.at(now);
                backups.bean(BackupScheduler.class).look();
                System.out.println("looked");
            }
        }
    }

    private static void waitAsked() {
        try {
            System.out.println("begun");
            System.in.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
