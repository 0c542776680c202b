package io.graphtracker.backup;

import io.graphtracker.database.DatabaseContents;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolExecutorFactoryBean;

/** The procedure of a backup, and its executor. */
@Configuration(proxyBeanMethods = false)
class BackupConfiguration {

    /**
     * Threads for backups only, created on demand: a backup uses one for the copy, then up to three that verify it,
     * hash it and wait for the disk; a click meanwhile needs one for a moment. Not a default candidate, so that nothing
     * else is given it.
     */
    @Bean(defaultCandidate = false)
    @BackupExecutor
    ThreadPoolExecutorFactoryBean backupExecutor() {
        ThreadPoolExecutorFactoryBean threads = new ThreadPoolExecutorFactoryBean();
        threads.setThreadNamePrefix("backup-");
        threads.setCorePoolSize(0);
        threads.setQueueCapacity(0);
        // at shutdown a running backup is cancelled, and needs some time to clean up
        threads.setWaitForTasksToCompleteOnShutdown(true);
        threads.setAwaitTerminationSeconds(20);
        return threads;
    }

    @Bean
    VerificationLimits verificationLimits() {
        return VerificationLimits.DEFAULT;
    }

    @Bean
    BackupProcedure backupProcedure(
            Clock clock,
            VolumeSpace space,
            @BackupExecutor ExecutorService executor,
            RestorabilityCheck restorability,
            ObjectProvider<DatabaseContents> contents,
            ObjectProvider<BuildProperties> build) {
        String version =
                build.stream().map(BuildProperties::getVersion).findFirst().orElse("unknown");
        return new BackupProcedure(
                clock, space, executor, restorability, contents.orderedStream().toList(), version);
    }
}
