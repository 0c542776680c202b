package io.graphtracker.backup;

import io.graphtracker.environment.ServerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Has everything that a crash left in the backups folder deleted after the start, see {@link LeftoverCleanup}. */
@ServerOnly
@Component
class StartupCleanup {

    private static final Logger log = LoggerFactory.getLogger(StartupCleanup.class);

    private final BackupsDirectory directory;
    private final Executor executor;
    private final List<LeftoverCleanup> cleanups;

    StartupCleanup(BackupsDirectory directory, @BackupExecutor Executor executor, List<LeftoverCleanup> cleanups) {
        this.directory = directory;
        this.executor = executor;
        this.cleanups = cleanups;
    }

    /** Never on the starting thread: the folder may be on a share that does not answer. */
    @EventListener(ApplicationReadyEvent.class)
    void cleanUpLater() {
        executor.execute(this::cleanUp);
    }

    private void cleanUp() {
        try {
            Path folder = directory.folder();
            if (Files.isDirectory(folder)) {
                cleanups.forEach(cleanup -> cleanUp(cleanup, folder));
            }
        } catch (BackupException e) {
            // there is no folder: whoever requests a backup is told why
            log.debug("Nothing deleted after the start", e);
        }
    }

    private static void cleanUp(LeftoverCleanup cleanup, Path folder) {
        try {
            cleanup.deleteLeftovers(folder);
        } catch (BackupException e) {
            // the folder cannot be used, or another process makes a backup there
            log.debug("Nothing deleted after the start", e);
        } catch (IOException | RuntimeException e) {
            log.warn("What was interrupted left files in {} that could not be deleted", folder, e);
        }
    }
}
