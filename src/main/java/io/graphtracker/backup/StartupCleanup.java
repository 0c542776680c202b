package io.graphtracker.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Clears away at the start what a backup left that was interrupted by a crash: it may be as large as the database, and the
 * next backup, which would do so too, may be far off.
 */
@Component
class StartupCleanup {

    private static final Logger log = LoggerFactory.getLogger(StartupCleanup.class);

    private final BackupsDirectory settings;
    private final Executor executor;
    private final Clock clock;

    StartupCleanup(BackupsDirectory settings, @BackupExecutor Executor executor, Clock clock) {
        this.settings = settings;
        this.executor = executor;
        this.clock = clock;
    }

    /** Never on the starting thread: the folder may be on a share that does not answer. */
    @EventListener(ApplicationReadyEvent.class)
    void sweepLater() {
        executor.execute(this::sweep);
    }

    private void sweep() {
        try {
            Path path = settings.folder();
            if (Files.isDirectory(path)) {
                sweep(BackupFolder.prepare(path));
            }
        } catch (BackupException e) {
            // no folder to be used, or another process makes a backup there: whoever asks for a backup is told
            log.debug("Nothing swept at the start", e);
        } catch (IOException | RuntimeException e) {
            log.warn("What interrupted backups left could not be cleared away", e);
        }
    }

    private void sweep(BackupFolder folder) throws IOException {
        if (folder.hasLeftovers()) {
            try (FolderLock lock = folder.lock(ZonedDateTime.now(clock))) {
                folder.sweep();
            }
        }
    }
}
