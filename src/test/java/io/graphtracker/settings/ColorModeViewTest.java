package io.graphtracker.settings;

import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import io.graphtracker.preferences.Preferences;
import io.graphtracker.testing.OtherBrowser;
import io.graphtracker.testing.ProjectPageTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Light, dark, or as the system has it. That the colours are seen is for the browser tests. */
class ColorModeViewTest extends ProjectPageTest {

    @Autowired
    private Preferences preferences;

    @Autowired
    private JdbcTemplate jdbc;

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

    @Test
    void aChoiceShowsInAnotherOpenBrowser() {
        try (OtherBrowser other = otherBrowser()) {
            other.run(this::openProject);

            choose(ColorMode.DARK);

            assertThat(other.call(ColorModeViewTest::scheme)).isEqualTo(ColorScheme.Value.DARK);
        }
    }

    @Test
    void aStoredValueThatIsNotKnownCountsAsNotChosen() {
        preferences.put("colorMode", "sepia");
        openProject();
        selectTab("tabSettings");

        assertThat(modes().getValue()).isEqualTo(ColorMode.SYSTEM);
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

    /** The scheme the server last asked the page for. */
    private static ColorScheme.Value scheme() {
        return UI.getCurrent().getPage().getColorScheme();
    }
}
