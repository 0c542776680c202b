package io.graphtracker.backup;

import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/** The parts of the engine, and the threads it works on. */
@Configuration(proxyBeanMethods = false)
class BackupConfiguration {

    /**
     * Threads for backups alone. They come and go with the work: a backup takes one for the copy and one for its checksum,
     * and whoever clicks meanwhile needs one for a moment. Not a default candidate, so that it never becomes the executor of
     * somebody else.
     */
    @Bean(defaultCandidate = false, destroyMethod = "shutdown")
    @BackupExecutor
    ExecutorService backupExecutor() {
        return Executors.newCachedThreadPool(new CustomizableThreadFactory("backup-"));
    }

    @Bean
    BackupEngine backupEngine(Clock clock, VolumeSpace space, @BackupExecutor ExecutorService executor) {
        return new BackupEngine(clock, space, executor);
    }
}
