package io.graphtracker.backup.page;

import io.graphtracker.backup.operations.OperationsDatabase;
import io.graphtracker.backup.schedule.BackupScheduler;
import io.graphtracker.backup.schedule.Schedule;
import io.graphtracker.backup.schedule.ScheduleChanged;
import io.graphtracker.backup.schedule.ScheduleService;
import io.graphtracker.backup.schedule.Timing;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** Base of the tests of the schedule on pages: no schedule is set, and backups are due when a test says so. */
abstract class SchedulePageTest extends BackupsPageTest {

    @Autowired
    private ScheduleService service;

    @Autowired
    private BackupScheduler scheduler;

    @Autowired
    private OperationsDatabase operations;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private Clock clock;

    /** The database of the test before was deleted. */
    @BeforeEach
    @AfterEach
    void tellThatNoneIsSet() throws IOException {
        Files.deleteIfExists(home().resolve("instance/operations.db"));
        scheduler.look();
        events.publishEvent(new ScheduleChanged());
        settle();
    }

    /** The name of the server's zone. */
    String zone() {
        return clock.getZone().getId();
    }

    void setDaily() throws IOException {
        service.save(new Schedule(new Timing.Daily(LocalTime.of(3, 15)), clock.getZone()), "local");
        settle();
    }

    /** Makes the backup that is set, as if it were due now. */
    void makeDue() throws IOException {
        operations.write(
                client ->
                        client.sql("update schedule set next_due_millis = 1000").update(),
                OperationsDatabase.WRITE_TIMEOUT);
        scheduler.look();
        settle();
    }

    /** Lets the scheduler look now. */
    void look() {
        scheduler.look();
        settle();
    }
}
