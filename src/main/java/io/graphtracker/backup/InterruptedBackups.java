package io.graphtracker.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZonedDateTime;
import org.springframework.stereotype.Component;

/**
 * Deletes after the start what an interrupted backup left: it may be as large as the database, and the next backup,
 * which would delete it, too, may be far off.
 */
@Component
class InterruptedBackups implements LeftoverCleanup {

    private final Clock clock;

    InterruptedBackups(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void deleteLeftovers(Path folder) throws IOException {
        BackupFolder backups = BackupFolder.prepare(folder);
        if (backups.hasLeftovers()) {
            try (FolderLock lock = backups.lock(ZonedDateTime.now(clock))) {
                backups.deleteLeftovers();
            }
        }
    }
}
