package io.graphtracker.project.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.component.textfield.TextField;
import io.graphtracker.project.ProjectSummary;
import io.graphtracker.project.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The critical path, the path of a task, and slack. */
class PathsViewTest extends PageTest {

    private ProjectSummary project;

    @BeforeEach
    void openProject() {
        project = projects.create("Move house");
        open(project);
    }

    private void reopen() {
        newSession();
        open(project);
    }

    @Test
    void theCriticalPathIsSpokenAndHighlighted() {
        Task pack = task(project, "Pack");
        Task drive = task(project, "Drive");
        estimate(pack, 8);
        estimate(drive, 4.5);
        graphs.connect(pack.id(), drive.id());
        reopen();
        click("btnCriticalPath");
        assertThat(spoken())
                .isEqualTo("Critical path: 2 tasks, 12.5 hours of work left. Press F6 for its tasks in order,"
                        + " or a full stop in the outline for the next one.");
        assertThat(highlight()).contains(pack.id().toString(), drive.id().toString());
        assertThat(withId(Paragraph.class, "criticalPathSum").getText())
                .isEqualTo("Critical path: 2 tasks, 12.5 hours of work left");
        click("btnCriticalPath");
        _assertNone(PathPanel.class);
        assertThat(spoken()).isEqualTo("The critical path is no longer highlighted.");
        assertThat(highlight()).doesNotContain(pack.id().toString());
    }

    @Test
    void theSumOfTheCriticalPathFollowsThePlan() {
        Task pack = task(project, "Pack");
        reopen();
        click("btnCriticalPath");
        selectOnCanvas(pack);
        _setValue(withId(TextField.class, "taskPlannedHours"), "3");
        assertThat(withId(Paragraph.class, "criticalPathSum").getText())
                .isEqualTo("Critical path: 1 task, 3 hours of work left");
    }

    @Test
    void theCriticalPathIsListedInOrderAndTellsWhatOthersCanWaitFor() {
        Task pack = task(project, "Pack");
        Task drive = task(project, "Drive");
        Task call = task(project, "Call");
        estimate(pack, 8);
        estimate(drive, 4);
        estimate(call, 1.5);
        graphs.connect(drive.id(), pack.id());
        reopen();
        click("btnCriticalPath");
        assertThat(canvasCalls()).contains("revealAll");
        assertThat(_get(OrderedList.class).getElement().getTextRecursively()).isEqualTo("Drive4 hoursPack8 hours");

        selectOnCanvas(call);
        assertThat(withId(Paragraph.class, "criticalPathSlack").getText())
                .isEqualTo("“Call” is not critical: it has 10.5 hours of slack. It can take that much longer,"
                        + " or start that much later, without delaying the project.");

        click("btnCriticalPath");
        assertThat(canvasCalls()).as("the former view").contains("goBack");
        click("btnCriticalPath");

        _click(_get(_get(OrderedList.class), Button.class, button -> button.withText("Pack")));
        assertThat(withId(TextField.class, "taskTitle").getValue()).isEqualTo("Pack");
        assertThat(withId(Paragraph.class, "criticalPathSlack").getText())
                .isEqualTo("“Pack” is critical: if it takes longer, so does the whole project.");
    }

    @Test
    void thePathOfATaskIsShownAnnouncedAndListed() {
        Task pack = task(project, "Pack");
        Task drive = task(project, "Drive");
        Task call = task(project, "Call");
        Task quick = task(project, "Quick");
        estimate(pack, 8);
        estimate(drive, 4);
        estimate(call, 1.5);
        estimate(quick, 0.5);
        graphs.connect(pack.id(), drive.id());
        graphs.connect(call.id(), drive.id());
        reopen();
        selectOnCanvas(call);

        toggleTaskPath();

        assertThat(canvasCalls()).contains("revealAll");
        assertThat(spoken())
                .startsWith("Path of “Call”: 2 tasks, 5.5 hours of work left: 0 hours before it, 4 hours after it");
        assertThat(highlight())
                .contains(call.id().toString(), drive.id().toString())
                .doesNotContain(pack.id().toString());
        assertThat(_get(OrderedList.class).getElement().getTextRecursively()).isEqualTo("Call1.5 hoursDrive4 hours");
        assertThat(isPressed("btnPathOfTask")).isTrue();
        assertThat(isPressed("btnPathCritical")).isFalse();

        estimate(reload(project, quick.id()), 2);
        graphs.connect(quick.id(), call.id());
        MockVaadin.clientRoundtrip(false);
        assertThat(_get(OrderedList.class).getElement().getTextRecursively()).startsWith("Quick2 hoursCall");

        click("btnPathCritical");
        assertThat(spoken()).startsWith("Critical path: 2 tasks");
        assertThat(highlight()).contains(pack.id().toString());

        click("btnPathOfTask");
        toggleTaskPath();
        _assertNone(PathPanel.class);
        assertThat(spoken()).isEqualTo("The path of the task is no longer highlighted.");
    }

    @Test
    void thePathOfNothingIsNotShown() {
        task(project, "Pack");
        reopen();
        toggleTaskPath();
        assertThat(spoken()).isEqualTo("Select a single task first, not a group.");
        _assertNone(PathPanel.class);
    }

    @Test
    void thePathOfATaskThatOthersDeleteDisappears() {
        Task pack = task(project, "Pack");
        reopen();
        selectOnCanvas(pack);
        toggleTaskPath();
        _get(PathPanel.class);

        graphs.delete(pack.id());
        MockVaadin.clientRoundtrip(false);

        _assertNone(PathPanel.class);
        assertThat(highlight()).doesNotContain(pack.id().toString());
    }

    @Test
    void theSlackOfATaskSelectedOnTheCanvasIsSpoken() {
        Task pack = task(project, "Pack");
        Task call = task(project, "Call");
        estimate(pack, 8);
        estimate(call, 2);
        reopen();
        click("btnCriticalPath");
        selectOnCanvas(call);
        assertThat(spoken()).startsWith("“Call” is not critical: it has 6 hours of slack.");
    }

    private static void toggleTaskPath() {
        _get(TabSheet.class).setSelectedTab(withId(Tab.class, "tabActions"));
        click("btnTaskPathPanel");
    }

    private static boolean isPressed(String buttonId) {
        return "true".equals(withId(Button.class, buttonId).getElement().getAttribute("aria-pressed"));
    }

    @Test
    void finishedWorkLeavesNoCriticalPath() {
        task(project, "Pack");
        reopen();

        click("btnCriticalPath");

        assertThat(spoken()).isEqualTo("There is no critical path, because no planned work is left.");
    }

    private static String highlight() {
        return String.valueOf(canvas().getElement().getPropertyRaw("critical"));
    }
}
