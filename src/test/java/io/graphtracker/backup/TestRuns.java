package io.graphtracker.backup;

import java.time.ZonedDateTime;

/** Runs for tests in which nobody looks on. */
final class TestRuns {

    private TestRuns() {}

    static BackupRun at(ZonedDateTime time) {
        return new BackupRun(time, System::nanoTime, progress -> {});
    }

    static BackupRun any() {
        return at(ZonedDateTime.parse("2026-11-22T21:30:00+01:00[Europe/Berlin]"));
    }
}
