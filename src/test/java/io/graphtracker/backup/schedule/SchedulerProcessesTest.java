package io.graphtracker.backup.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.backup.ChildProcess;
import io.graphtracker.backup.audit.AuditLog;
import io.graphtracker.testing.Depth;
import io.graphtracker.testing.Thorough;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several processes on one database, and one that is killed. The schedule has a run for every minute. */
@Thorough
class SchedulerProcessesTest extends ScheduleFixture {

    private static final int MINUTES = Depth.of(8, 300);

    @BeforeEach
    void backUpEveryMinute() throws IOException {
        service().save(new Schedule(new Timing.Cron("* * * * *"), ZoneOffset.UTC), "zoe");
    }

    @Test
    void ofTwoProcessesOneMakesEachRun() throws Exception {
        try (ChildProcess one = ChildProcess.startWhole(SchedulerProcess.class, root, root);
                ChildProcess other = ChildProcess.startWhole(SchedulerProcess.class, root, root)) {
            one.line("ready"::equals);
            other.line("ready"::equals);
            for (int minute = 0; minute < MINUTES; minute++) {
                one.goOn();
                other.goOn();
                one.line("looked"::equals);
                other.line("looked"::equals);
            }
        }

        assertThat(lastRun().number()).isEqualTo(MINUTES);
        assertThat(lastRun().outcome()).isEqualTo(RunOutcome.UNCHANGED);
        List<String> runs = backups.bean(AuditLog.class).latest(3 * MINUTES + 9).stream()
                .map(entry -> entry.kind().name())
                .filter(kind -> kind.equals("MADE") || kind.equals("UNCHANGED"))
                .toList();
        assertThat(runs).hasSize(MINUTES).endsWith("MADE").containsOnlyOnce("MADE");
    }

    @Test
    void aRunThatIsKilledIsRecordedAndMadeUpForOnce() throws Exception {
        kill();
        assertThat(state().running()).isNotNull();
        assertThat(names()).isEmpty();

        scheduler().look();

        assertThat(audited().subList(0, 2)).allMatch(entry -> entry.startsWith("MADE ") && entry.endsWith(" schedule"));
        assertThat(backups.bean(AuditLog.class).latest(2).getLast().problem()).isEqualTo("interrupted");
        assertThat(names()).hasSize(1);
        assertThat(lastRun().outcome()).isEqualTo(RunOutcome.MADE);
        assertThat(lastRun().number()).isEqualTo(2);
        assertThat(state().running()).isNull();
    }

    /** Otherwise a backup that ends the application would do so for ever. */
    @Test
    void whatIsKilledTwiceIsToldAndWaitsForItsTime() throws Exception {
        service().save(DAILY, "zoe");
        backups.at(LocalDateTime.parse("2026-11-22T02:00"));
        service().save(new Schedule(new Timing.Cron("31 21 * * *"), ZoneOffset.UTC), "zoe");
        kill();
        kill();

        lookAt("2026-11-22T21:33");

        assertThat(names()).isEmpty();
        assertThat(lastRun().outcome()).isEqualTo(RunOutcome.INTERRUPTED);
        assertThat(lastRun().message()).isEqualTo("Graph Tracker ended before the backup was finished.");
        assertThat(lastRun().isToBeTold()).isTrue();
        assertThat(lastRun().failures()).isEqualTo(2);
        assertThat(nextDue()).isEqualTo("2026-11-23T21:31:00Z");
        lookAt("2026-11-23T21:31");
        assertThat(names()).hasSize(1);
    }

    private void kill() throws IOException, InterruptedException {
        try (ChildProcess process = ChildProcess.startWhole(SchedulerProcess.class, root, root, "wait")) {
            process.line("ready"::equals);
            process.goOn();
            process.line("begun"::equals);
        }
    }
}
