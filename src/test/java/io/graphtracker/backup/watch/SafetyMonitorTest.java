package io.graphtracker.backup.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.graphtracker.backup.catalog.CatalogEntry;
import io.graphtracker.backup.catalog.VerificationState;
import io.graphtracker.database.DatabaseUrl;
import io.graphtracker.testing.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How long a reading holds. */
class SafetyMonitorTest {

    private final SettableClock clock = new SettableClock();
    private final SafetyReader reader = mock(SafetyReader.class);
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final List<Object> published = new ArrayList<>();
    private final SafetyMonitor monitor = monitor(new DatabaseUrl.Sqlite(Path.of("/live.db")));

    private SafetyMonitor monitor(DatabaseUrl database) {
        return new SafetyMonitor(reader, database, tasks::add, published::add, clock);
    }

    @BeforeEach
    void read() {
        when(reader.readWithoutChanges()).thenAnswer(call -> safe(clock.instant()));
    }

    private static DataSafety safe(Instant at) {
        CatalogEntry newest = new CatalogEntry(
                "a.sqlite",
                Path.of("/a.sqlite"),
                1,
                at.atZone(ZoneOffset.UTC),
                new VerificationState.Proven(at),
                null,
                false,
                false);
        return new DataSafety(at, Set.of(), newest, WatchState.NONE, ScheduleFacts.NONE, null, null, null, null);
    }

    @Test
    void aShareThatHangsAnswersNothingForLong() {
        monitor.start();
        tasks.remove().run();
        clock.advance(SafetyMonitor.HOLDS);
        assertThat(monitor.latest().verdict()).isEqualTo(SafetyReason.Verdict.YES);

        clock.advance(Duration.ofMillis(1));

        assertThat(monitor.latest().reasons()).containsExactly(SafetyReason.UNREADABLE_FOLDER);
        assertThat(monitor.latest().verdict()).isEqualTo(SafetyReason.Verdict.UNKNOWN);
        clock.advance(Duration.ofDays(8));
        assertThat(monitor.latest().reasons()).containsExactly(SafetyReason.UNREADABLE_FOLDER, SafetyReason.OUTDATED);
    }

    @Test
    void pagesAreToldOfAShareThatHangs() {
        monitor.start();
        tasks.remove().run();
        published.clear();
        monitor.refresh();
        assertThat(published).isEmpty();

        clock.advance(SafetyMonitor.HOLDS.plusMillis(1));
        monitor.refresh();

        assertThat(published).containsExactly(new SafetyChanged());
    }

    @Test
    void aShareThatHangsFromTheStartIsToldToo() {
        monitor.start();
        assertThat(monitor.latest().isRead()).isFalse();

        clock.advance(SafetyMonitor.HOLDS.plusMillis(1));

        assertThat(monitor.latest().isRead()).isTrue();
        assertThat(monitor.latest().verdict()).isEqualTo(SafetyReason.Verdict.UNKNOWN);
    }

    @Test
    void whatIsReadAgainHolds() {
        monitor.start();
        tasks.remove().run();
        clock.advance(Duration.ofHours(1));

        monitor.refresh();
        tasks.remove().run();

        assertThat(monitor.latest().verdict()).isEqualTo(SafetyReason.Verdict.YES);
    }

    @Test
    void nothingIsReadWhereNothingIsBackedUp() {
        SafetyMonitor other = monitor(new DatabaseUrl.Postgresql("jdbc:postgresql://localhost/plans", "zoe", ""));

        other.start();
        other.refresh();
        clock.advance(Duration.ofDays(1));

        assertThat(tasks).isEmpty();
        assertThat(other.isSupported()).isFalse();
        assertThat(other.latest().isRead()).isFalse();
    }
}
