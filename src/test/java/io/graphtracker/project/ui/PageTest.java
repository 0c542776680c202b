package io.graphtracker.project.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.internal.UIInternals;
import com.vaadin.flow.component.notification.Notification;
import io.graphtracker.feedback.StatusRegion;
import io.graphtracker.project.GraphFixture;
import io.graphtracker.project.Position;
import io.graphtracker.project.ProjectService;
import io.graphtracker.project.ProjectSummary;
import io.graphtracker.project.Task;
import io.graphtracker.project.TaskDetails;
import io.graphtracker.testing.KaribuTest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

/** What tests of this feature's pages have in common. */
abstract class PageTest extends KaribuTest {

    @Autowired
    protected ProjectService projects;

    @Autowired
    protected GraphFixture graphs;

    protected static void open(ProjectSummary project) {
        UI.getCurrent().navigate("projects/" + project.id());
    }

    protected static void openList() {
        UI.getCurrent().navigate(ProjectListView.class);
    }

    protected static String heading() {
        return _get(H1.class).getText();
    }

    protected static void click(String buttonId) {
        _click(_get(Button.class, button -> button.withId(buttonId)));
    }

    /** Clicks the button with an accessible name. */
    protected static void clickNamed(String name) {
        _click(_find(Button.class).stream()
                .filter(button -> button.getAriaLabel().filter(name::equals).isPresent())
                .findFirst()
                .orElseThrow());
    }

    /** What was last spoken politely. */
    protected static String spoken() {
        MockVaadin.clientRoundtrip(true);
        return _get(StatusRegion.class).getText();
    }

    protected static int openMessages() {
        MockVaadin.clientRoundtrip(true);
        return _find(Notification.class).size();
    }

    protected Task task(ProjectSummary project, String title) {
        return graphs.addTask(project.id(), title, new Position(0, 0));
    }

    /** Plans hours for a task, as another page would. */
    protected void estimate(Task task, double hours) {
        TaskDetails shown = details(task, task.plannedHours());
        graphs.update(task.id(), shown, details(task, hours));
    }

    private static TaskDetails details(Task task, @Nullable Double hours) {
        return new TaskDetails(task.title(), task.description(), task.status(), hours);
    }

    protected Task reload(ProjectSummary project, UUID taskId) {
        return graphs.load(project.id()).tasks().stream()
                .filter(task -> task.id().equals(taskId))
                .findFirst()
                .orElseThrow();
    }

    protected static GraphCanvas canvas() {
        return _get(GraphCanvas.class);
    }

    /** Selects a task as a click on the canvas does. */
    protected static void selectOnCanvas(Task task) {
        ComponentUtil.fireEvent(
                canvas(),
                new CanvasEvents.SelectionChangedEvent(
                        canvas(), true, new String[] {task.id().toString()}, null));
    }

    protected static <T extends Component> T withId(Class<T> type, String id) {
        return _get(type, component -> component.withId(id));
    }

    /** The functions that were called in the browser since the last look. */
    protected static List<String> canvasCalls() {
        UIInternals internals = UI.getCurrent().getInternals();
        internals.getStateTree().runExecutionsBeforeClientResponse();
        return internals.dumpPendingJavaScriptInvocations().stream()
                .map(call -> call.getInvocation().getExpression())
                .map(expression -> expression.replaceAll("(?s).*\\.(\\w+)\\(.*", "$1"))
                .toList();
    }
}
