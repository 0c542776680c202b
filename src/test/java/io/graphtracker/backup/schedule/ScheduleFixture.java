package io.graphtracker.backup.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.backup.TestBackups;
import io.graphtracker.backup.TestDatabase;
import io.graphtracker.backup.audit.AuditEntry;
import io.graphtracker.backup.audit.AuditLog;
import io.graphtracker.backup.catalog.BackupCatalog;
import io.graphtracker.backup.catalog.CatalogEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A daily schedule at 02:00 UTC that is set at 21:30 of November 22nd, and a scheduler that looks when a test says so. */
@Timeout(60)
abstract class ScheduleFixture {

    static final Schedule DAILY = new Schedule(new Timing.Daily(LocalTime.of(2, 0)), ZoneOffset.UTC);

    @TempDir
    Path root;

    TestBackups backups;

    @BeforeEach
    void start() throws IOException, SQLException {
        backups = TestBackups.start(root);
        service().save(DAILY, "zoe");
    }

    @AfterEach
    void stop() {
        backups.close();
    }

    /** Starts the application again, at the same time. */
    void restart() {
        LocalDateTime now = LocalDateTime.ofInstant(backups.now(), ZoneOffset.UTC);
        backups.close();
        backups = TestBackups.resume(root);
        backups.at(now);
    }

    ScheduleService service() {
        return backups.bean(ScheduleService.class);
    }

    BackupScheduler scheduler() {
        return backups.bean(BackupScheduler.class);
    }

    ScheduleState state() throws IOException {
        return service().state().orElseThrow();
    }

    LastRun lastRun() throws IOException {
        LastRun last = state().lastRun();
        assertThat(last).isNotNull();
        return last;
    }

    /** Lets the scheduler look at a time, for example {@code 2026-11-23T02:00}. */
    void lookAt(String time) {
        backups.at(LocalDateTime.parse(time));
        scheduler().look();
    }

    String nextDue() throws IOException {
        return String.valueOf(state().nextDue());
    }

    /** Names of the backups, the newest first. */
    List<String> names() throws IOException {
        return backups.bean(BackupCatalog.class).list().entries().stream()
                .map(CatalogEntry::name)
                .toList();
    }

    List<String> audited() throws IOException {
        return backups.bean(AuditLog.class).latest(50).stream()
                .map(ScheduleFixture::text)
                .toList();
    }

    private static String text(AuditEntry entry) {
        return entry.kind() + " " + entry.backup() + " " + entry.user();
    }

    /** Writes to the live database. */
    void write(String... sql) throws SQLException {
        try (Connection live = TestDatabase.open(root.resolve("live.db"))) {
            TestDatabase.execute(live, sql);
        }
    }

    /** Changes the content of the live database. */
    void change() throws SQLException {
        write("insert into item (name) values ('new')");
    }
}
