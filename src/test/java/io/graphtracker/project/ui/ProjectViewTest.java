package io.graphtracker.project.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.TabSheet;
import io.graphtracker.preferences.Preferences;
import io.graphtracker.project.ProjectSummary;
import io.graphtracker.shell.NotFoundView;
import io.graphtracker.testing.OtherBrowser;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

class ProjectViewTest extends PageTest {

    @Autowired
    private Preferences preferences;

    private static String selectedTab() {
        return _get(TabSheet.class).getSelectedTab().getId().orElseThrow();
    }

    @Test
    void thePageHasItsParts() {
        open(projects.create("Move house"));
        assertThat(heading()).isEqualTo("Move house");
        assertThat(_get(Main.class).getId()).contains("main");
        assertThat(_find(Tab.class))
                .extracting(tab -> tab.getId().orElseThrow())
                .containsExactly("tabTask", "tabActions", "tabSettings");
        assertThat(UI.getCurrent().getInternals().getTitle()).isEqualTo("Move house – Graph Tracker");
        assertThat(_find(Button.class))
                .extracting(button -> button.getId().orElse(""))
                .contains("btnAddNode", "btnAddEdge", "btnCriticalPath", "btnFit", "btnResetView", "btnScreenshot");
    }

    @ParameterizedTest
    @CsvSource({"tabTask, task", "tabActions, actions", "tabSettings, settings"})
    void theChosenTabIsRemembered(String tabId, String remembered) {
        ProjectSummary project = projects.create("Move house");
        open(project);
        TabSheet sheet = _get(TabSheet.class);
        // away first: choosing what is chosen changes nothing
        sheet.setSelectedTab(withId(Tab.class, tabId.equals("tabTask") ? "tabActions" : "tabTask"));
        sheet.setSelectedTab(withId(Tab.class, tabId));
        assertThat(preferences.find("sidebarTab")).contains(remembered);
        newSession();
        open(project);
        assertThat(selectedTab()).isEqualTo(tabId);
    }

    @Test
    void anotherOpenPageKeepsItsTab() {
        ProjectSummary project = projects.create("Move house");
        open(project);
        try (OtherBrowser other = otherBrowser()) {
            other.run(() -> {
                open(project);
                _get(TabSheet.class).setSelectedTab(withId(Tab.class, "tabSettings"));
            });
            _get(TabSheet.class).setSelectedTab(withId(Tab.class, "tabActions"));

            assertThat(other.call(ProjectViewTest::selectedTab)).isEqualTo("tabSettings");
        }
        newSession();
        open(project);
        assertThat(selectedTab()).isEqualTo("tabActions");
    }

    @Test
    void anUnknownTabInThePreferencesIsTheTaskTab() {
        preferences.put("sidebarTab", "gone");
        open(projects.create("Move house"));
        assertThat(selectedTab()).isEqualTo("tabTask");
    }

    @Test
    void theHiddenSidebarIsRemembered() {
        ProjectSummary project = projects.create("Move house");
        open(project);
        assertThat(toggleState()).isEqualTo("true");
        click("btnToggleSidebar");
        assertThat(toggleState()).isEqualTo("false");
        assertThat(preferences.find("sidebarVisible")).contains("0");
        newSession();
        open(project);
        _assertNone(Sidebar.class);
        click("btnToggleSidebar");
        _get(Sidebar.class);
        assertThat(preferences.find("sidebarVisible")).contains("1");
    }

    @Test
    void whatOpensByItselfIsNotRemembered() {
        ProjectSummary project = projects.create("Move house");
        open(project);
        _get(TabSheet.class).setSelectedTab(withId(Tab.class, "tabActions"));
        click("btnToggleSidebar");
        click("btnAddNode");
        assertThat(selectedTab()).isEqualTo("tabTask");
        assertThat(toggleState()).isEqualTo("true");
        assertThat(preferences.find("sidebarTab")).contains("actions");
        assertThat(preferences.find("sidebarVisible")).contains("0");
    }

    @ParameterizedTest
    @CsvSource({"nonsense", "1-1-1-1-1"})
    void aMalformedAddressLeadsNowhere(String id) {
        UI.getCurrent().navigate("projects/" + id);
        _get(NotFoundView.class);
        assertThat(heading()).isEqualTo("Page not found");
    }

    @Test
    void aProjectThatIsNotThereLeadsNowhere() {
        UI.getCurrent().navigate("projects/" + UUID.randomUUID());
        _get(NotFoundView.class);
    }

    private static String toggleState() {
        return withId(Button.class, "btnToggleSidebar").getElement().getAttribute("aria-expanded");
    }
}
