package io.graphtracker.backup.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.Paragraph;
import io.graphtracker.feedback.Message.Kind;
import io.graphtracker.testing.OnPostgresql;
import io.graphtracker.testing.ProjectPageTest;
import io.graphtracker.testing.ShownMessage;
import io.graphtracker.testing.Thorough;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.ContextConfiguration;

/** The whole application on a real PostgreSQL server. */
@ContextConfiguration(initializers = OnPostgresql.Database.class)
@Thorough
class UnsupportedDatabaseViewTest extends ProjectPageTest {

    @Test
    void aClickSaysThatOnlySqliteIsSupportedAndWhatWasFound() throws IOException {
        env("BACKUPS_DIR=backups\n");
        selectTab("tabActions");

        _click(byId(Button.class, "btnBackupDBPanel"));
        settle();

        ShownMessage message = ShownMessage.only();
        assertThat(message.kind()).isEqualTo(Kind.ERROR);
        assertThat(message.text()).isEqualTo("Only SQLite is supported in this version.");
        assertThat(message.hint()).contains("This application runs on PostgreSQL.");
        assertThat(message.assertive()).isTrue();
        assertThat(message.stays()).isTrue();
        assertThat(message.close().getAriaLabel()).isPresent();
        assertThat(byId(Button.class, "btnBackupDBPanel").hasClassName("busy")).isFalse();
    }

    @Test
    void theSettingsNameTheEngineAndNoFile() {
        selectTab("tabSettings");

        assertThat(byId(Description.class, "databaseEngine").getElement().getTextRecursively())
                .isEqualTo("PostgreSQL");
        assertThat(isShown("databaseFile")).isFalse();
        assertThat(isShown("backupsFolder")).isFalse();
        assertThat(byId(Paragraph.class, "backupsUnsupported").getText())
                .startsWith("Only SQLite is supported in this version.")
                .contains("PostgreSQL");
    }

    @Test
    void theBackupsPageOffersNoSchedule() throws IOException {
        env("BACKUPS_DIR=backups\n");
        UI.getCurrent().navigate("backups");
        settle();

        assertThat(isShown("backupsNotice")).isTrue();
        assertThat(isShown("schedule")).isFalse();
    }
}
