package io.graphtracker.backup;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Executor;

/** Backup procedures for tests. */
final class TestProcedures {

    /** A little later than {@link TestJobs#NOW}, since the times of backups are truncated to the second. */
    static final Clock CLOCK = Clock.fixed(TestJobs.NOW.toInstant().plusMillis(987), ZoneId.of("Europe/Berlin"));

    private TestProcedures() {}

    static BackupProcedure any() {
        return with(Runnable::run);
    }

    /** With an executor for the checksum, which a test can hold or run something before. */
    static BackupProcedure with(Executor executor) {
        return with(executor, new VolumeSpace());
    }

    static BackupProcedure with(Executor executor, VolumeSpace space) {
        return new BackupProcedure(CLOCK, space, executor, TestSchema.check(), List.of(), "1.2.3");
    }
}
