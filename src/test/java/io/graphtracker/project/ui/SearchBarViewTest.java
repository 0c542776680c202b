package io.graphtracker.project.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static com.github.mvysny.kaributesting.v10.ShortcutsKt._fireShortcut;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import io.graphtracker.project.ProjectSummary;
import io.graphtracker.project.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SearchBarViewTest extends PageTest {

    private Task paint;
    private Task repaint;

    @BeforeEach
    void openProject() {
        ProjectSummary project = projects.create("Garden house");
        paint = task(project, "Paint");
        repaint = task(project, "Repaint");
        task(project, "Dig");
        open(project);
    }

    private static TextField field() {
        return withId(TextField.class, "searchField");
    }

    private static boolean isOpen() {
        return _get(SearchBar.class).getElement().hasAttribute(SearchBar.OPEN);
    }

    private static void openSearch() {
        _fireShortcut(graph(), Key.of("/"));
    }

    private static void type(String text) {
        _setValue(field(), text);
    }

    private static String result() {
        return withId(Span.class, "searchResult").getText();
    }

    private static String selected() {
        return withId(TextField.class, "taskTitle").getValue();
    }

    private static Component graph() {
        return _get(Component.class, spec -> spec.withClasses("graph-area"));
    }

    @Test
    void theSlashOpensTheSearch() {
        assertThat(isOpen()).isFalse();

        openSearch();
        assertThat(isOpen()).isTrue();
        click("btnSearchClose");
        assertThat(isOpen()).isFalse();

        _fireShortcut(graph(), Key.of("/"), KeyModifier.SHIFT);
        assertThat(isOpen()).isTrue();
    }

    @Test
    void theFirstMatchIsShownWhileTyping() {
        openSearch();
        type("PAINT");

        assertThat(selected()).isEqualTo(paint.title());
        assertThat(result()).isEqualTo("1 of 2");
        assertThat(spoken()).isEqualTo("Paint, 1 of 2");
    }

    @Test
    void theButtonsGoRoundTheMatches() {
        openSearch();
        type("paint");

        click("btnSearchNext");
        assertThat(selected()).isEqualTo(repaint.title());
        assertThat(result()).isEqualTo("2 of 2");
        click("btnSearchNext");
        assertThat(selected()).isEqualTo(paint.title());
        click("btnSearchPrevious");
        assertThat(selected()).isEqualTo(repaint.title());
    }

    @Test
    void nothingIsFoundWithoutAWord() {
        openSearch();
        type("zzz");
        assertThat(result()).isEqualTo("No match");
        assertThat(spoken()).isEqualTo("No match");
        click("btnSearchNext");

        type(" ");
        assertThat(result()).isEmpty();
        _assertNone(TaskForm.class);
    }

    @Test
    void theSearchKnowsWhatWasAddedSince() {
        openSearch();
        click("btnAddNode");
        type("new task");

        assertThat(result()).isEqualTo("1 of 1");
    }
}
