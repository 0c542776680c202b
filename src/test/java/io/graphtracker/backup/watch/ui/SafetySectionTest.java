package io.graphtracker.backup.watch.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.graphtracker.backup.BackupTexts;
import io.graphtracker.backup.catalog.CatalogEntry;
import io.graphtracker.backup.catalog.VerificationState;
import io.graphtracker.backup.watch.DataSafety;
import io.graphtracker.backup.watch.ScheduleFacts;
import io.graphtracker.backup.watch.WatchState;
import io.graphtracker.testing.SettableClock;
import io.graphtracker.texts.Texts;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whether the answers hold while the page cannot load. */
class SafetySectionTest {

    private final SettableClock clock = new SettableClock();
    private final WatchUpdates updates = mock(WatchUpdates.class);
    private final SafetySection section =
            new SafetySection(updates, new SafetyTexts(mock(BackupTexts.class), new Texts(), clock), new Texts());

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
        return new DataSafety(
                at,
                Set.of(),
                newest,
                WatchState.NONE,
                new ScheduleFacts(true, true, "", null),
                3L,
                new DataSafety.Volumes(true, "/dev/sda1", "/dev/sda1"),
                null,
                null);
    }

    private String text() {
        return section.getElement().getTextRecursively();
    }

    @Test
    void whatCannotBeReadAnyMoreIsNoYes() {
        DataSafety safe = safe(clock.instant());
        section.show(safe);
        assertThat(text()).contains("Yes.", "On the same volume");

        when(updates.safety()).thenReturn(safe.unreadable(clock.instant()));
        section.follow();

        assertThat(text()).contains("Unknown at the moment.").doesNotContain("Yes.", "There are none yet.");
        when(updates.safety()).thenReturn(safe);
        section.follow();
        assertThat(text()).contains("Yes.");
    }

    /** The page knows more than the monitor: the changes. */
    @Test
    void otherwiseThePageTellsWhatItLoaded() {
        DataSafety safe = safe(clock.instant());
        section.show(safe);

        when(updates.safety()).thenReturn(safe(clock.instant().minusSeconds(60)));
        section.follow();

        assertThat(text()).contains("Changes since then3 changes");
    }
}
