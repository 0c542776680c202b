package io.graphtracker.project.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static com.github.mvysny.kaributesting.v10.ShortcutsKt._fireShortcut;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import io.graphtracker.project.Position;
import io.graphtracker.project.ProjectSummary;
import io.graphtracker.project.Task;
import io.graphtracker.project.TaskDetails;
import io.graphtracker.testing.ShownMessage;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UndoViewTest extends PageTest {

    private static final Key Z = Key.of("z", "Z");

    private ProjectSummary project;

    @BeforeEach
    void openProject() {
        project = projects.create("Move house");
        open(project);
    }

    private List<String> titles() {
        return graphs.load(project.id()).tasks().stream().map(Task::title).toList();
    }

    private static Button button(String id) {
        return withId(Button.class, id);
    }

    private static Component graph() {
        return _get(Component.class, spec -> spec.withClasses("graph-area"));
    }

    private static TextField title() {
        return withId(TextField.class, "taskTitle");
    }

    @Test
    void theButtonsSayWhatTheyWouldDo() {
        assertThat(button("btnUndo").getElement().getAttribute("aria-disabled")).isEqualTo("true");
        assertThat(button("btnRedo").getElement().getAttribute("aria-disabled")).isEqualTo("true");
        assertThat(button("btnUndo").getTooltip().getText()).isEqualTo("Undo what you did last (Ctrl+Z)");

        click("btnAddNode");
        assertThat(button("btnUndo").getElement().getAttribute("aria-disabled")).isEqualTo("false");
        assertThat(button("btnUndo").getTooltip().getText()).isEqualTo("Undo: Add “New task” (Ctrl+Z)");

        click("btnUndo");
        assertThat(titles()).isEmpty();
        assertThat(spoken()).isEqualTo("Undone: Add “New task”");
        assertThat(button("btnUndo").getElement().getAttribute("aria-disabled")).isEqualTo("true");
        assertThat(button("btnRedo").getTooltip().getText()).isEqualTo("Redo: Add “New task” (Ctrl+Shift+Z)");

        click("btnRedo");
        assertThat(titles()).containsExactly("New task");
        assertThat(spoken()).isEqualTo("Redone: Add “New task”");
    }

    @Test
    void theKeysUndoAndRedoOnTheGraph() {
        click("btnAddNode");

        _fireShortcut(graph(), Z, KeyModifier.CONTROL);
        assertThat(titles()).isEmpty();
        _fireShortcut(graph(), Z, KeyModifier.CONTROL, KeyModifier.SHIFT);
        assertThat(titles()).hasSize(1);
        _fireShortcut(graph(), Z, KeyModifier.META);
        assertThat(titles()).isEmpty();
        _fireShortcut(graph(), Z, KeyModifier.META, KeyModifier.SHIFT);
        assertThat(titles()).hasSize(1);
    }

    @Test
    void aFieldKeepsItsOwnUndo() {
        click("btnAddNode");

        _fireShortcut(title(), Z, KeyModifier.CONTROL);

        assertThat(titles()).hasSize(1);
    }

    @Test
    void theFormShowsWhatWasUndone() {
        click("btnAddNode");
        _setValue(title(), "Pack");

        click("btnUndo");

        assertThat(title().getValue()).isEqualTo("New task");
        assertThat(titles()).containsExactly("New task");
    }

    @Test
    void whatOthersHaveChangedStaysAndIsTold() {
        click("btnAddNode");
        Task task = graphs.load(project.id()).tasks().getFirst();
        _setValue(title(), "Pack");
        graphs.update(
                task.id(),
                reload(project, task.id()).details(),
                new TaskDetails("Pack crates", "", task.status(), null));

        click("btnUndo");

        assertThat(titles()).containsExactly("Pack crates");
        assertThat(ShownMessage.all().getLast().text()).startsWith("Undone: Edit “Pack”");
        assertThat(ShownMessage.all().getLast().hint())
                .isEqualTo("One part was left as it was, because another page has changed it since.");
    }

    @Test
    void whatOthersDoIsTheirsToUndo() {
        graphs.addTask(project.id(), "Theirs", new Position(0, 0));

        assertThat(button("btnUndo").getElement().getAttribute("aria-disabled")).isEqualTo("true");
    }
}
