package io.graphtracker.backup.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.verify;

import io.graphtracker.backup.audit.AuditLog;
import io.graphtracker.texts.Texts;
import java.io.IOException;
import java.time.Clock;
import org.junit.jupiter.api.Test;

/** Settings that several users change at the same time. */
class WatchServiceTest extends WatchFixture {

    /** To write what was read before would bring back an address that somebody has removed since. */
    @Test
    void settingTheAgeSavesNothingElse() throws IOException {
        WatchStore shared = spy(store);
        WatchService service = new WatchService(
                shared,
                mock(SuccessCalls.class),
                backups.bean(AuditLog.class),
                event -> {},
                backups.bean(Texts.class),
                backups.bean(Clock.class));
        service.setMaxAgeDays(3, "zoe");
        store.saveCallAddress("https://example.org/secret");

        service.setMaxAgeDays(4, "zoe");

        assertThat(store.read().settings()).isEqualTo(new WatchSettings(4, "https://example.org/secret"));
        verify(shared, never()).read();
    }
}
