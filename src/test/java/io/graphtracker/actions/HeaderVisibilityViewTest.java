package io.graphtracker.actions;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import io.graphtracker.GraphTrackerApplication;
import io.graphtracker.feedback.Message.Kind;
import io.graphtracker.preferences.Preferences;
import io.graphtracker.testing.OtherBrowser;
import io.graphtracker.testing.ProjectPageTest;
import io.graphtracker.testing.ShownMessage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** The effect of the "Show in header" checkbox, and how long it lasts. */
class HeaderVisibilityViewTest extends ProjectPageTest {

    private static final String BACKUP_KEY = "actions.header.show.btnBackupDB";
    private static final String FIT_KEY = "actions.header.show.btnFit";

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Preferences preferences;

    @Test
    void whatWasNeverChosenIsNotStored() {
        selectTab("tabActions");

        assertThat(stored(BACKUP_KEY)).isEmpty();
        assertThat(stored(FIT_KEY)).isEmpty();
    }

    @Test
    void aToggleTakesEffectAtOnceAndIsStored() {
        toggle("btnBackupDB", true);
        assertThat(isShown("btnBackupDB")).isTrue();
        assertThat(stored(BACKUP_KEY)).containsExactly("1");

        toggle("btnBackupDB", false);
        assertThat(isShown("btnBackupDB")).isFalse();
        assertThat(stored(BACKUP_KEY)).containsExactly("0");
    }

    @Test
    void whatIsInTheHeaderByDefaultCanBeHidden() {
        toggle("btnFit", false);

        assertThat(isShown("btnFit")).isFalse();
        assertThat(stored(FIT_KEY)).containsExactly("0");
        assertThat(isShown("btnFitPanel")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yes", "true", "2"})
    void aValueThatNobodyWritesDoesNotBreakThePage(String value) {
        preferences.put(BACKUP_KEY, value);
        openProject();

        assertThat(isShown("btnBackupDB")).isFalse();
        toggle("btnBackupDB", true);
        assertThat(isShown("btnBackupDB")).isTrue();
    }

    @Test
    void aChoiceOutlivesTheSession() {
        toggle("btnBackupDB", true);
        toggle("btnFit", false);

        newSession();
        openProject();

        assertChosen();
    }

    @Test
    void aChoiceOutlivesTheApplication() {
        toggle("btnBackupDB", true);
        toggle("btnFit", false);

        try (ConfigurableApplicationContext restarted = new SpringApplicationBuilder(GraphTrackerApplication.class)
                .run("--server.port=0", "--GRAPH_TRACKER_HOME=" + home())) {
            assertThat(restarted.getBean(Preferences.class)).isNotSameAs(preferences);
            newSession(restarted);
            openProject();

            assertChosen();
            // its session must end while the application is still there
            newSession();
        }
    }

    @Test
    void aToggleShowsInAnotherOpenBrowser() {
        try (OtherBrowser other = otherBrowser()) {
            other.run(() -> {
                openProject();
                selectTab("tabActions");
            });
            assertThat(other.call(() -> isShown("btnBackupDB"))).isFalse();

            toggle("btnBackupDB", true);

            assertThat(other.call(() -> isShown("btnBackupDB"))).isTrue();
            assertThat(other.call(() ->
                            byId(Checkbox.class, "btnBackupDBShowInHeader").getValue()))
                    .isTrue();

            other.run(() -> toggle("btnBackupDB", false));
            settle();

            assertThat(isShown("btnBackupDB")).isFalse();
            assertThat(byId(Checkbox.class, "btnBackupDBShowInHeader").getValue())
                    .isFalse();
        }
    }

    @Test
    void resetForgetsAllChoicesAndSaysSo() {
        toggle("btnBackupDB", true);
        toggle("btnFit", false);
        preferences.put("colorMode", "dark");

        _click(byId(Button.class, "btnResetActions"));
        settle();

        assertThat(jdbc.queryForList(
                        "select preference_key from ui_preference where preference_key like 'actions.%'", String.class))
                .isEmpty();
        assertThat(stored("colorMode")).containsExactly("dark");
        assertThat(isShown("btnBackupDB")).isFalse();
        assertThat(isShown("btnFit")).isTrue();
        assertThat(byId(Checkbox.class, "btnBackupDBShowInHeader").getValue()).isFalse();
        assertThat(byId(Checkbox.class, "btnFitShowInHeader").getValue()).isTrue();
        ShownMessage message = ShownMessage.only();
        assertThat(message.kind()).isEqualTo(Kind.SUCCESS);
        assertThat(message.text()).isEqualTo("The header shows its default buttons again.");
        assertThat(ShownMessage.spokenPolitely()).isEqualTo(message.text());
    }

    @Test
    void resetWithoutAnyChoiceIsNoError() {
        selectTab("tabActions");

        _click(byId(Button.class, "btnResetActions"));
        settle();

        assertThat(ShownMessage.only().kind()).isEqualTo(Kind.SUCCESS);
    }

    private void toggle(String action, boolean shown) {
        selectTab("tabActions");
        _setValue(byId(Checkbox.class, action + "ShowInHeader"), shown);
        settle();
    }

    private void assertChosen() {
        assertThat(isShown("btnBackupDB")).isTrue();
        assertThat(isShown("btnFit")).isFalse();
        selectTab("tabActions");
        assertThat(byId(Checkbox.class, "btnBackupDBShowInHeader").getValue()).isTrue();
        assertThat(byId(Checkbox.class, "btnFitShowInHeader").getValue()).isFalse();
    }

    private List<String> stored(String key) {
        return jdbc.queryForList(
                "select preference_value from ui_preference where user_name = 'local' and preference_key = ?",
                String.class,
                key);
    }
}
