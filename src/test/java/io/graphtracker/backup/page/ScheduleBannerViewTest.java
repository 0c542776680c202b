package io.graphtracker.backup.page;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import io.graphtracker.testing.OtherBrowser;
import io.graphtracker.testing.ShownMessage;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every page tells that scheduled backups fail, and why. */
class ScheduleBannerViewTest extends SchedulePageTest {

    private static final String FAILED = "The scheduled backup of Thu 1 Jan 1970, .* was not made\\."
            + " Provide BACKUPS_DIR in \\.env at project root\\.";

    @BeforeEach
    void failOnce() throws IOException {
        setDaily();
        assertThat(isShown("scheduleBanner")).isFalse();
        env("");
        makeDue();
    }

    @Test
    void anOpenPageTellsAndSaysIt() {
        assertThat(banner()).matches(FAILED);
        assertThat(ShownMessage.spokenPolitely()).matches(FAILED);
    }

    @Test
    void everyPageThatIsOpenedTells() {
        openBackups();
        assertThat(banner()).matches(FAILED);
        UI.getCurrent().navigate("");
        settle();
        assertThat(banner()).matches(FAILED);
    }

    @Test
    void twoFailuresAreOneBanner() throws IOException {
        makeDue();

        assertThat(banner())
                .matches("The last 2 scheduled backups failed, the latest of Thu 1 Jan 1970, .*\\."
                        + " Provide BACKUPS_DIR in .*");
    }

    @Test
    void itGoesOnAllPagesWhenOneIsMade() throws IOException {
        try (OtherBrowser other = otherBrowser()) {
            other.run(this::openBackups);
            env("BACKUPS_DIR=backups\n");

            makeDue();

            assertThat(isShown("scheduleBanner")).isFalse();
            other.run(() -> {
                settle();
                assertThat(isShown("scheduleBanner")).isFalse();
            });
        }
    }

    @Test
    void whoDismissesItDoesSoForAllPagesUntilTheNextFailure() throws IOException {
        try (OtherBrowser other = otherBrowser()) {
            other.run(this::openBackups);

            _click(byId(Button.class, "btnDismissScheduleFailure"));
            settle();

            assertThat(isShown("scheduleBanner")).isFalse();
            other.run(() -> {
                settle();
                assertThat(isShown("scheduleBanner")).isFalse();
            });
            makeDue();
            assertThat(isShown("scheduleBanner")).isTrue();
        }
    }

    @Test
    void aScheduleThatCannotBeReadIsToldAsLongAsThatIsSo() throws IOException {
        byte[] intact = Files.readAllBytes(home().resolve("instance/operations.db"));
        Files.writeString(home().resolve("instance/operations.db"), "no database at all");
        look();
        assertThat(banner()).startsWith("No scheduled backups can be made now: instance/operations.db is damaged");
        assertThat(isShown("btnDismissScheduleFailure")).isFalse();

        Files.write(home().resolve("instance/operations.db"), intact);
        look();

        assertThat(banner()).matches(FAILED);
    }

    private static String banner() {
        return byId(Paragraph.class, "scheduleBannerText").getText();
    }
}
