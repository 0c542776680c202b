package io.graphtracker.backup.page;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.Location;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The way back from the Backups page to the project one came from. */
class BackupsWayBackViewTest extends BackupsPageTest {

    @Test
    void theLinkOfTheActionsTabLeadsThereAndBack() {
        String project = UI.getCurrent().getActiveViewLocation().getPath();
        selectTab("tabActions");

        follow(byId(Anchor.class, "lastBackupAll"));

        Anchor back = byId(Anchor.class, "linkBack");
        assertThat(back.getElement().getTextRecursively()).isEqualTo("Back to Garden house");
        assertThat(back.getHref()).isEqualTo(project);
    }

    /** The same page is used again. */
    @Test
    void thereIsOneWayBackHoweverOftenThePageIsOpened() {
        selectTab("tabActions");
        Anchor all = byId(Anchor.class, "lastBackupAll");
        follow(all);
        follow(all);
        assertThat(byId(Anchor.class, "linkBack").isVisible()).isTrue();

        open("backups");

        assertThat(isShown("linkBack")).isFalse();
    }

    @Test
    void theLinksOfTheSettingsTabKeepTheirPlaceOnThePage() {
        String project = UI.getCurrent().getActiveViewLocation().getPath();
        selectTab("tabSettings");

        assertThat(byId(Anchor.class, "settingsSchedule").getHref()).isEqualTo("backups?from=" + project + "#schedule");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?from=",
                "?from=help",
                "?from=projects/",
                "?from=projects/1c0ffee0-0000-4000-8000-000000000000",
                "?from=https://example.org/projects/x",
                "?from=javascript:alert(1)"
            })
    void otherAddressesAreNoWayBack(String parameter) {
        open("backups" + parameter);

        assertThat(isShown("linkBack")).isFalse();
    }

    private void follow(Anchor link) {
        open(link.getHref());
    }

    private void open(String address) {
        Location location = new Location(address);
        UI.getCurrent().navigate(location.getPath(), location.getQueryParameters());
        settle();
        assertThat(_get(BackupsView.class)).isNotNull();
    }
}
