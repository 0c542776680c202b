package io.graphtracker.settings;

import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import io.graphtracker.database.GatedDataSource;
import io.graphtracker.preferences.Preferences;
import io.graphtracker.testing.OtherBrowser;
import io.graphtracker.testing.ProjectPageTest;
import java.time.Duration;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Light, dark, or as the system. That the colours are visible is tested in the browser. */
class ColorModeViewTest extends ProjectPageTest {

    @Autowired
    private Preferences preferences;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private GatedDataSource database;

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Test
    void asLongAsNothingWasChosenItIsTheSystems() {
        selectTab("tabSettings");

        assertThat(modes().getValue()).isEqualTo(ColorMode.SYSTEM);
        assertThat(scheme()).isEqualTo(ColorScheme.Value.SYSTEM);
    }

    @ParameterizedTest
    @CsvSource({"DARK, dark, DARK", "LIGHT, light, LIGHT"})
    void aChoiceIsStoredAndSeenAtOnceAndLater(ColorMode mode, String stored, ColorScheme.Value scheme) {
        choose(mode);
        assertThat(scheme()).isEqualTo(scheme);
        assertThat(jdbc.queryForList(
                        "select preference_value from ui_preference where preference_key = 'colorMode'", String.class))
                .containsExactly(stored);

        newSession();
        openProject();
        assertThat(scheme()).isEqualTo(scheme);
        selectTab("tabSettings");
        assertThat(modes().getValue()).isEqualTo(mode);
    }

    @Test
    void theSystemsCanBeChosenAgain() {
        choose(ColorMode.DARK);
        choose(ColorMode.SYSTEM);

        assertThat(scheme()).isEqualTo(ColorScheme.Value.SYSTEM);
        assertThat(preferences.find("colorMode")).contains("system");
    }

    /** Whoever works there would be startled; a reload shows it. */
    @Test
    void anotherOpenPageKeepsItsColoursUntilItIsReloaded() {
        try (OtherBrowser other = otherBrowser()) {
            other.run(this::openProject);
            other.run(() -> selectTab("tabSettings"));

            choose(ColorMode.DARK);
            assertThat(scheme()).isEqualTo(ColorScheme.Value.DARK);

            assertThat(other.call(ColorModeViewTest::scheme)).isEqualTo(ColorScheme.Value.SYSTEM);
            assertThat(other.call(() -> modes().getValue())).isEqualTo(ColorMode.SYSTEM);
        }
        newSession();
        openProject();
        assertThat(scheme()).isEqualTo(ColorScheme.Value.DARK);
    }

    @Test
    void aStoredValueThatIsNotKnownCountsAsNotChosen() {
        preferences.put("colorMode", "sepia");
        openProject();
        selectTab("tabSettings");

        assertThat(modes().getValue()).isEqualTo(ColorMode.SYSTEM);
    }

    /** As after a start, before any page was opened; a browser test that opens one is never alone on its server. */
    @Test
    void theFirstPageAfterAStartHasItsColoursWhileTheDatabaseIsClosed() throws Exception {
        preferences.put("colorMode", "dark");
        ServiceInitEvent start = new ServiceInitEvent(VaadinService.getCurrent());
        new ColorModeInitializer(beans.createBean(Preferences.class)).serviceInit(start);
        Document page = Document.createShell("");

        database.whileClosed(Duration.ofSeconds(10), () -> {
            start.getAddedIndexHtmlRequestListeners()
                    .forEach(listener -> listener.modifyIndexHtmlResponse(
                            new IndexHtmlResponse(VaadinRequest.getCurrent(), VaadinResponse.getCurrent(), page)));
            return true;
        });

        assertThat(page.child(0).attr("theme")).isEqualTo("dark");
    }

    private void choose(ColorMode mode) {
        selectTab("tabSettings");
        _setValue(modes(), mode);
        settle();
    }

    @SuppressWarnings("unchecked")
    private static RadioButtonGroup<ColorMode> modes() {
        return byId(RadioButtonGroup.class, "colorMode");
    }

    /** The colour scheme that the server last set on the page. */
    private static ColorScheme.Value scheme() {
        return UI.getCurrent().getPage().getColorScheme();
    }
}
