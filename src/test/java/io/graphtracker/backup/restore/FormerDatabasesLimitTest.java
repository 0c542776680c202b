package io.graphtracker.backup.restore;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.EndlessTable;
import io.graphtracker.backup.VerificationJob;
import io.graphtracker.backup.VerificationLimits;
import io.graphtracker.testing.Thorough;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A former database may be so damaged that reading it does not end. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@Thorough
class FormerDatabasesLimitTest extends FormerDatabaseFixture {

    private static final String NAME = "graph_tracker.db.before-restore-20261122_213000";

    static class ShortPatience {

        @Bean
        @Primary
        VerificationLimits shortPatience() {
            return new VerificationLimits(Duration.ofSeconds(1), Long.MAX_VALUE);
        }
    }

    @Test
    void whatHasNoEndIsGivenUpWhenItsTimeIsOver() throws Exception {
        restart(ShortPatience.class);
        keepEndless();

        BackupException reason = assertProblem(BackupProblem.BACKUP_CANCELLED, () -> service.preview(former(NAME)));

        assertThat(reason.kind()).isEqualTo("check-overdue");
        assertNothingIsLeftOfTheLook();
    }

    @Test
    void whoeverLooksMayGiveItUp() throws Exception {
        keepEndless();
        VerificationJob[] job = new VerificationJob[1];
        job[0] = VerificationJob.watched(progress -> {
            if (!progress.hasPercent()) {
                job[0].cancel();
            }
        });

        BackupException reason =
                assertProblem(BackupProblem.BACKUP_CANCELLED, () -> service.preview(former(NAME), job[0]));

        assertThat(reason.kind()).isEqualTo("check");
        assertNothingIsLeftOfTheLook();
    }

    /** A migration cannot be cancelled, so endless data is detected before. */
    @Test
    void nothingIsMigratedThatHasNoEnd() throws Exception {
        keepEndless();
        restart(ShortPatience.class, LaterVersion.class);

        BackupException reason = assertProblem(BackupProblem.BACKUP_CANCELLED, () -> service.preview(former(NAME)));

        assertThat(reason.kind()).isEqualTo("check-overdue");
    }

    /** The shutdown of the application does not wait for it. */
    @Test
    void itEndsWithTheApplication() throws Exception {
        keepEndless();
        CompletableFuture<BackupException> look = new CompletableFuture<>();
        CompletableFuture<Void> reading = new CompletableFuture<>();
        VerificationJob job = VerificationJob.watched(progress -> {
            if (!progress.hasPercent()) {
                reading.complete(null);
            }
        });
        RestoreService looking = service;
        Thread.ofPlatform().daemon().start(() -> {
            try {
                looking.preview(former(NAME), job);
            } catch (BackupException e) {
                look.complete(e);
            }
        });
        reading.get(30, TimeUnit.SECONDS);

        context.close();

        assertThat(look.get(30, TimeUnit.SECONDS).problem()).isEqualTo(BackupProblem.BACKUP_CANCELLED);
    }

    private void keepEndless() throws Exception {
        EndlessTable.make(keepByHand(NAME).resolve("graph_tracker.db"), "project");
    }

    private void assertNothingIsLeftOfTheLook() throws Exception {
        assertThat(root.namesBesideDatabase()).noneMatch(name -> name.startsWith("."));
        assertThat(formerDatabases()).hasSize(1);
    }
}
