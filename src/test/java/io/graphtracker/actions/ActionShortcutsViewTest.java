package io.graphtracker.actions;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.ShortcutsKt._fireShortcut;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.component.textfield.TextField;
import io.graphtracker.feedback.Message.Kind;
import io.graphtracker.testing.ProjectPageTest;
import io.graphtracker.testing.ShownMessage;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The keyboard shortcuts, and where they apply. Karibu fires a key on one component only and does not bubble it up as a
 * browser does, so a key that works here on a component is listened for exactly there.
 */
class ActionShortcutsViewTest extends ProjectPageTest {

    @Autowired
    private ActionRegistry registry;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void altShiftBBacksUpWithoutItsHeaderButtonAndWithoutTheActionsTab() throws IOException {
        env("BACKUPS_DIR=backups\n");
        assertThat(isShown("btnBackupDB")).isFalse();
        assertThat(_get(TabSheet.class).getSelectedTab().getId()).contains("tabTask");
        assertThat(isShown("btnBackupDBPanel")).isFalse();

        press(UI.getCurrent(), Key.KEY_B, KeyModifier.ALT, KeyModifier.SHIFT);

        assertThat(ShownMessage.only().kind()).isEqualTo(Kind.SUCCESS);
        assertThat(home().resolve("backups")).isDirectoryContaining("glob:**.sqlite");
    }

    @Test
    void withButtonsInBothPlacesItStillActsOnce() {
        selectTab("tabActions");

        press(UI.getCurrent(), Key.KEY_B, KeyModifier.ALT, KeyModifier.SHIFT);

        assertThat(ShownMessage.all()).hasSize(1);
    }

    @Test
    void withoutItsModifiersTheKeyDoesNothing() {
        press(UI.getCurrent(), Key.KEY_B);
        press(UI.getCurrent(), Key.KEY_B, KeyModifier.ALT);
        press(graph(), Key.KEY_B);

        assertThat(ShownMessage.all()).isEmpty();
    }

    @Test
    void aSingleKeyActsOnTheGraph() {
        press(graph(), Key.KEY_N);
        assertThat(tasks()).isEqualTo(1);

        press(graph(), Key.KEY_C);
        assertThat(ShownMessage.spokenPolitely()).startsWith("There is no critical path");
    }

    @Test
    void aSingleKeyActsNowhereElse() {
        selectTab("tabActions");

        for (Component elsewhere : elsewhere()) {
            singleKeys().forEach(key -> press(elsewhere, key));
        }

        assertThat(tasks()).isZero();
        assertThat(ShownMessage.all()).isEmpty();
    }

    @Test
    void aSingleKeyLeavesTextFieldsAlone() {
        press(graph(), Key.KEY_N);
        TextField title = byId(TextField.class, "taskTitle");

        press(title, Key.KEY_N);

        assertThat(tasks()).isEqualTo(1);
    }

    @Test
    void everySingleKeyOfTheContractIsThere() {
        assertThat(singleKeys())
                .extracting(key -> key.getKeys().getFirst())
                .containsExactly(
                        "KeyN", "KeyE", "KeyC", "KeyP", "KeyF", "Digit0", "KeyA", "KeyG", "KeyU", "-", "+", "/");
        assertThat(registry.actions().stream()
                        .flatMap(action -> action.shortcut().stream())
                        .map(Shortcut::label))
                .containsExactly(
                        "n",
                        "e",
                        "c",
                        "p",
                        "f",
                        "0",
                        "Ctrl+Z",
                        "Ctrl+Shift+Z",
                        "a",
                        "g",
                        "u",
                        "-",
                        "+",
                        "/",
                        "Alt+Shift+B");
    }

    @Test
    void openingTheSamePageAgainDoesNotBindKeysTwice() {
        openProject();
        openProject();

        press(graph(), Key.KEY_N);

        assertThat(tasks()).isEqualTo(1);
    }

    private void press(Component where, Key key, Key... modifiers) {
        _fireShortcut(where, key, modifiers);
        settle();
    }

    private List<Key> singleKeys() {
        return registry.actions().stream()
                .flatMap(action -> action.shortcut().stream())
                .filter(shortcut -> shortcut.modifiers().contains(Set.of()))
                .map(Shortcut::key)
                .toList();
    }

    private static List<Component> elsewhere() {
        return Stream.of(
                        UI.getCurrent(),
                        _get(Main.class),
                        byId(Component.class, "headerActions"),
                        byId(Button.class, "btnAddNode"),
                        byId(Button.class, "btnAddNodePanel"),
                        _get(TabSheet.class))
                .map(Component.class::cast)
                .toList();
    }

    /** The canvas and the outline together. */
    private static Component graph() {
        return _get(Component.class, spec -> spec.withClasses("graph-area"));
    }

    private int tasks() {
        return jdbc.queryForObject("select count(*) from node", Integer.class);
    }
}
