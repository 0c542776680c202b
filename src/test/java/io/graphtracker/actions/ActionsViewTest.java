package io.graphtracker.actions;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import io.graphtracker.testing.ProjectPageTest;
import io.graphtracker.texts.Texts;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Header and Actions tab show the same actions: those of the registry, under the ids of the contract. */
class ActionsViewTest extends ProjectPageTest {

    @Autowired
    private ActionRegistry registry;

    @Autowired
    private HeaderVisibility visibility;

    @Autowired
    private Texts texts;

    @BeforeEach
    void openActionsTab() {
        selectTab("tabActions");
    }

    @Test
    void theRegistryHoldsTheActionsOfTheContractInItsOrder() {
        assertThat(registry.actions())
                .extracting(Action::id)
                .containsExactly(
                        "btnAddNode",
                        "btnAddEdge",
                        "btnCriticalPath",
                        "btnTaskPath",
                        "btnFit",
                        "btnResetView",
                        "btnUndo",
                        "btnRedo",
                        "btnArrange",
                        "btnGroup",
                        "btnUngroup",
                        "btnCollapse",
                        "btnExpand",
                        "btnSearch",
                        "btnScreenshot",
                        "btnExportJSON",
                        "btnImportJSON",
                        "btnBackupDB");
    }

    @Test
    void onlyTaskPathFindAndBackupDbAreHiddenInTheHeaderByDefault() {
        assertThat(registry.actions().stream().filter(action -> !isShown(action.id())))
                .extracting(Action::id)
                .containsExactly("btnTaskPath", "btnSearch", "btnBackupDB");
    }

    @Test
    void theHeaderHasTheButtonsOfAllActionsInTheirOrder() {
        showAllInHeader();

        assertThat(ids(_find(header(), Button.class))).isEqualTo(idsOfActions(Action::id));
    }

    @Test
    void thePanelHasTheButtonsAndCheckboxesOfAllActionsInTheirOrder() {
        assertThat(ids(_find(panel(), Button.class, spec -> spec.withClasses("action-button"))))
                .isEqualTo(idsOfActions(action -> action.id() + "Panel"));
        assertThat(ids(_find(panel(), Checkbox.class))).isEqualTo(idsOfActions(action -> action.id() + "ShowInHeader"));
    }

    @Test
    void aButtonHasTheSameNameAndTooltipInBothPlaces() {
        showAllInHeader();

        for (Action action : registry.actions()) {
            Button inHeader = byId(Button.class, action.id());
            Button inPanel = byId(Button.class, action.id() + "Panel");
            assertThat(inHeader.getAriaLabel())
                    .contains(texts.get(action.textKey()))
                    .isEqualTo(inPanel.getAriaLabel());
            assertThat(inHeader.getElement().getTextRecursively())
                    .isEqualTo(texts.get(action.textKey()))
                    .isEqualTo(inPanel.getElement().getTextRecursively());
            assertThat(inHeader.getTooltip().getText())
                    .startsWith(texts.get(action.textKey() + ".tooltip"))
                    .isEqualTo(inPanel.getTooltip().getText());
        }
    }

    @Test
    void aTooltipNamesTheShortcut() {
        assertThat(byId(Button.class, "btnBackupDBPanel").getTooltip().getText())
                .endsWith("(Alt+Shift+B)");
        assertThat(byId(Button.class, "btnAddNodePanel").getTooltip().getText()).endsWith("(n)");
        assertThat(byId(Button.class, "btnScreenshotPanel").getTooltip().getText())
                .doesNotContain("(");
    }

    @Test
    void aCheckboxIsNamedAfterItsAction() {
        for (Action action : registry.actions()) {
            Checkbox checkbox = byId(Checkbox.class, action.id() + "ShowInHeader");
            assertThat(checkbox.getAriaLabel()).contains("Show " + texts.get(action.textKey()) + " in header");
            assertThat(checkbox.getLabel()).isEqualTo("Show in header");
            assertThat(checkbox.getValue()).isEqualTo(action.inHeaderByDefault());
        }
        assertThat(byId(Checkbox.class, "btnBackupDBShowInHeader").getAriaLabel())
                .contains("Show Backup DB in header");
    }

    private void showAllInHeader() {
        registry.actions().forEach(action -> visibility.show(action, true));
        settle();
    }

    private List<String> idsOfActions(Function<Action, String> id) {
        return registry.actions().stream().map(id).toList();
    }

    private static Component header() {
        return byId(Component.class, "headerActions");
    }

    private static Component panel() {
        return _get(Component.class, spec -> spec.withClasses("actions-panel"));
    }

    private static List<String> ids(List<? extends Component> components) {
        return components.stream()
                .map(component -> component.getId().orElse(""))
                .toList();
    }
}
