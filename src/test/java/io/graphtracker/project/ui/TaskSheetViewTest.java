package io.graphtracker.project.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.BasicUtilsKt;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.TabSheet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

/** On a phone, the sidebar is a sheet that comes and goes with the selection. */
class TaskSheetViewTest extends TaskPanelFixture {

    private static void onPhone() {
        on(true);
    }

    private static void on(boolean phone) {
        BasicUtilsKt._fireDomEvent(
                _get(Sidebar.class),
                TaskSheet.PHONE,
                JsonNodeFactory.instance
                        .objectNode()
                        .put(TaskSheet.IS_PHONE, phone)
                        .put(TaskSheet.IS_TOUCHED, true));
    }

    private static boolean isSheet() {
        return _get(Sidebar.class).getElement().hasAttribute(TaskSheet.SHEET);
    }

    private static void choose(String tab) {
        _get(TabSheet.class).setSelectedTab(withId(Tab.class, tab));
    }

    private static String chosen() {
        return _get(TabSheet.class).getSelectedTab().getId().orElseThrow();
    }

    @Test
    void theSheetComesAndGoesWithTheSelection() {
        choose("tabActions");
        onPhone();
        assertThat(isSheet()).isFalse();
        assertThat(chosen()).isEqualTo("tabActions");

        selectOnCanvas(pack);
        assertThat(isSheet()).isTrue();
        assertThat(chosen()).isEqualTo("tabTask");
        assertThat(title().getValue()).isEqualTo("Pack");

        click("btnCloseSheet");
        assertThat(isSheet()).isFalse();
        assertThat(chosen()).isEqualTo("tabActions");
    }

    @Test
    void aHiddenSidebarIsHiddenAgain() {
        onPhone();
        Sidebar sidebar = _get(Sidebar.class);
        click("btnToggleSidebar");
        assertThat(sidebar.isVisible()).isFalse();

        selectOnCanvas(pack);
        assertThat(sidebar.isVisible()).isTrue();
        click("btnCloseSheet");
        assertThat(sidebar.isVisible()).isFalse();
    }

    @Test
    void theButtonOfTheSidebarClosesTheSheetAndStoresNothing() {
        onPhone();
        selectOnCanvas(pack);
        click("btnToggleSidebar");
        assertThat(isSheet()).isFalse();
        assertThat(_get(Sidebar.class).isVisible()).isTrue();

        selectOnCanvas(pack);
        assertThat(isSheet()).isTrue();
        assertThat(title().getValue()).isEqualTo("Pack");
    }

    @Test
    void onALargerScreenThatIsTouchedTheTaskTabComesAndGoes() {
        choose("tabActions");
        on(false);
        selectOnCanvas(pack);
        assertThat(chosen()).isEqualTo("tabTask");

        ComponentUtil.fireEvent(canvas(), new CanvasEvents.SelectionChangedEvent(canvas(), true, new String[0], null));
        assertThat(chosen()).isEqualTo("tabActions");
    }

    @Test
    void aSidebarThatIsHiddenBesideTheCanvasStaysHidden() {
        on(false);
        click("btnToggleSidebar");
        selectOnCanvas(pack);
        assertThat(_find(Sidebar.class, spec -> spec.withId("sidebar"))).isEmpty();
    }

    @Test
    void besideTheCanvasNothingElseIsChosen() {
        choose("tabActions");
        selectOnCanvas(pack);
        assertThat(chosen()).isEqualTo("tabActions");
    }
}
