package io.graphtracker.backup.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.graphtracker.testing.BrowserTest;
import io.graphtracker.testing.OnPostgresql;
import io.graphtracker.testing.Thorough;
import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.ContextConfiguration;

/** The last step of the manual test, on a real PostgreSQL server. */
@ContextConfiguration(initializers = OnPostgresql.Database.class)
@Thorough
class BackupOnPostgresqlIT extends BrowserTest {

    @Test
    @DisplayName("9: on PostgreSQL, it says that only SQLite is supported")
    void step9() throws IOException {
        env("BACKUPS_DIR=backups\n");
        openSample();
        byId("tabActions").click();

        byId("btnBackupDBPanel").click();

        assertThat(page().locator("vaadin-notification-card[role=alert]"))
                .containsText("Only SQLite is supported in this version.");
        assertThat(page().locator("vaadin-notification-card[role=alert]")).containsText("PostgreSQL");
    }
}
