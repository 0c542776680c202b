package io.graphtracker.backup.page;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import io.graphtracker.backup.audit.AuditEntry;
import io.graphtracker.backup.audit.AuditEntryKind;
import io.graphtracker.backup.audit.AuditLog;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The audit log on the page. */
class AuditLogSectionViewTest extends BackupsPageTest {

    @Autowired
    private AuditLog auditLog;

    @Test
    void theRecordShowsTwentyLinesAndMoreIfAsked() {
        for (int i = 0; i < 30; i++) {
            auditLog.add(AuditEntry.done(Instant.now(), AuditEntryKind.DOWNLOADED, "b" + i + ".sqlite", "local"));
        }
        openBackups();
        assertThat(operations()).hasSize(20).startsWith("Download|b29.sqlite|local|Succeeded");

        _click(byId(Button.class, "btnMoreOperations"));

        assertThat(operations()).hasSize(30);
        assertThat(isShown("btnMoreOperations")).isFalse();
    }

    @Test
    void anEmptyRecordSaysSo() {
        openBackups();

        assertThat(byId(Paragraph.class, "noOperations").getText()).isEqualTo("Nothing yet.");
    }
}
