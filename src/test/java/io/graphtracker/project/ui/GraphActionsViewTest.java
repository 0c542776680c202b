package io.graphtracker.project.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.ComboBoxKt;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.internal.PendingJavaScriptInvocation;
import com.vaadin.flow.component.internal.UIInternals;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.component.textfield.TextField;
import io.graphtracker.project.FoundTask;
import io.graphtracker.project.Position;
import io.graphtracker.project.ProjectSummary;
import io.graphtracker.project.Task;
import io.graphtracker.testing.ShownMessage;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.node.JsonNodeFactory;

class GraphActionsViewTest extends PageTest {

    @Autowired
    private JdbcTemplate jdbc;

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

    @SuppressWarnings("unchecked")
    private static ComboBox<FoundTask> combo(String id) {
        return withId(ComboBox.class, id);
    }

    private static FoundTask found(Task task) {
        return new FoundTask(task.id(), task.title(), null);
    }

    private List<Task> tasks() {
        return graphs.load(project.id()).tasks();
    }

    @Test
    void aProjectThatIsDeletedMeanwhileIsToldInOneMessage() {
        projects.delete(project.id());

        click("btnAddNode");

        assertThat(ShownMessage.only().text()).isEqualTo("This project no longer exists.");
    }

    @Test
    void aNewTaskLiesInTheMiddleOfTheViewAndIsEdited() {
        _get(TabSheet.class).setSelectedTab(withId(Tab.class, "tabSettings"));
        ComponentUtil.fireEvent(canvas(), new CanvasEvents.ViewChangedEvent(canvas(), true, 300, 200, 1, false));
        click("btnAddNode");
        assertThat(tasks()).extracting(Task::position).containsExactly(new Position(300, 200));
        assertThat(_get(TabSheet.class).getSelectedTab().getId()).contains("tabTask");
        assertThat(withId(TextField.class, "taskTitle").getValue()).isEqualTo("New task");
    }

    @Test
    void aNewTaskBringsTheSidebarBack() {
        click("btnToggleSidebar");
        _assertNone(Sidebar.class);
        click("btnAddNode");
        _get(Sidebar.class);
    }

    @Test
    void newTasksFollowEachOtherDownwards() {
        for (int i = 0; i < 4; i++) {
            click("btnAddNode");
        }
        assertThat(tasks())
                .extracting(Task::position)
                .containsExactly(new Position(0, 0), new Position(0, 76), new Position(0, 152), new Position(0, 228));
    }

    @Test
    void draggedTasksStayWhereTheyWerePut() {
        Task pack = task(project, "Pack");
        Task drive = task(project, "Drive");
        reopen();
        drag(
                new CanvasEvents.Move(pack.id().toString(), 10, 20),
                new CanvasEvents.Move(drive.id().toString(), -5.5, 7));
        assertThat(tasks()).extracting(Task::position).containsExactly(new Position(10, 20), new Position(-5.5, 7));
        assertThat(canvasCalls()).as("the patch comes first").endsWith("patch", "confirmMoves");
    }

    @Test
    void ofTasksDraggedTogetherThoseThatAreLeftStayWhereTheyWerePut() {
        Task gone = task(project, "Gone");
        Task pack = task(project, "Pack");
        reopen();
        graphs.delete(gone.id());
        drag(
                new CanvasEvents.Move(gone.id().toString(), 10, 20),
                new CanvasEvents.Move(pack.id().toString(), -5.5, 7));
        assertThat(tasks()).extracting(Task::position).containsExactly(new Position(-5.5, 7));
        assertThat(canvasCalls())
                .as("what the canvas shows is wrong")
                .contains("reload")
                .endsWith("confirmMoves");
    }

    @Test
    void aDependencyIsAskedForAndMade() {
        Task pack = task(project, "Pack");
        Task drive = task(project, "Drive");
        reopen();
        selectOnCanvas(pack);
        click("btnAddEdge");
        assertThat(combo("connectFrom").getValue().id()).isEqualTo(pack.id());
        _setValue(combo("connectTo"), found(drive));
        click("btnConnect");
        assertThat(graphs.load(project.id()).dependencies()).hasSize(1);
        assertThat(spoken()).isEqualTo("“Drive” now depends on “Pack”.");
        _assertNone(ConnectDialog.class);
    }

    @Test
    void tasksOfTheSameTitleAreShownWithTheirGroups() {
        Task house = task(project, "House");
        Task paint = task(project, "Paint");
        task(project, "Paint");
        jdbc.update("update node set is_group = true where id = ?", house.id().toString());
        jdbc.update(
                "update node set parent_id = ? where id = ?",
                house.id().toString(),
                paint.id().toString());
        reopen();
        click("btnAddEdge");

        ComboBoxKt.setUserInput(combo("connectTo"), "");
        assertThat(ComboBoxKt.getSuggestions(combo("connectTo"))).containsExactly("Paint (House)", "Paint");
    }

    @Test
    void aPartOfATitleIsEnoughIfItIsTheOnlyOne() {
        Task pack = task(project, "Pack");
        task(project, "Paint");
        reopen();
        click("btnAddEdge");

        ComboBoxKt._fireCustomValueSet(combo("connectTo"), "ack");
        assertThat(combo("connectTo").getValue()).isEqualTo(found(pack));

        ComboBoxKt._fireCustomValueSet(combo("connectTo"), "pa");
        assertThat(combo("connectTo").getErrorMessage())
                .isEqualTo("2 tasks have “pa” in their titles. Choose one from the list.");
        click("btnConnect");
        assertThat(combo("connectTo").getErrorMessage())
                .as("not another message")
                .startsWith("2 tasks");
        ComboBoxKt._fireCustomValueSet(combo("connectTo"), "zzz");
        assertThat(combo("connectTo").getErrorMessage()).isEqualTo("No task has “zzz” in its title.");
    }

    /** Another title may contain it, too. */
    @Test
    void aTitleIsEnoughAndSoIsTheOnlyBeginning() {
        Task server = task(project, "Server setup");
        Task pack = task(project, "Pack");
        task(project, "User interviews");
        task(project, "Pack boxes");
        reopen();
        click("btnAddEdge");

        ComboBoxKt._fireCustomValueSet(combo("connectTo"), "Ser");
        assertThat(combo("connectTo").getValue()).isEqualTo(found(server));
        ComboBoxKt._fireCustomValueSet(combo("connectTo"), "pack");
        assertThat(combo("connectTo").getValue()).isEqualTo(found(pack));
    }

    @Test
    void aCircleIsRefusedInTheDialog() {
        Task pack = task(project, "Pack");
        Task drive = task(project, "Drive");
        graphs.connect(pack.id(), drive.id());
        reopen();
        selectOnCanvas(drive);
        click("btnAddEdge");
        _setValue(combo("connectTo"), found(pack));
        click("btnConnect");
        Div problem = _get(Div.class, div -> div.withClasses("dialog-problem"));
        assertThat(problem.getText()).startsWith("“Pack” cannot depend on “Drive”");
        assertThat(graphs.load(project.id()).dependencies()).hasSize(1);
    }

    @Test
    void theDialogSaysWhatIsMissing() {
        task(project, "Pack");
        reopen();
        click("btnAddEdge");
        click("btnConnect");
        assertThat(combo("connectFrom").isInvalid()).isTrue();
        assertThat(combo("connectTo").isInvalid()).isTrue();
    }

    @Test
    void theDialogTypesAheadOverTasksOnly() {
        task(project, "Pack");
        Task house = task(project, "Pack house");
        jdbc.update("update node set is_group = true where id = ?", house.id().toString());
        task(project, "PACKING list");
        task(project, "Drive");
        reopen();
        click("btnAddEdge");

        ComboBoxKt.setUserInput(combo("connectTo"), "pack");
        assertThat(ComboBoxKt.getSuggestionItems(combo("connectTo")))
                .extracting(FoundTask::title)
                .containsExactly("Pack", "PACKING list");
    }

    @Test
    void anEmptyGraphHasNeitherPathNorPicture() {
        click("btnCriticalPath");
        assertThat(spoken()).startsWith("There is no critical path yet");
        click("btnScreenshot");
        assertThat(spoken()).startsWith("There is nothing to take a picture of yet");
    }

    @Test
    void thePictureIsNamedAfterTheProject() {
        task(project, "Pack");
        reopen();
        click("btnScreenshot");
        PendingJavaScriptInvocation call = screenshotCall();
        assertThat(openMessages()).as("as long as the browser has not answered").isZero();
        call.complete(JsonNodeFactory.instance.nullNode());
        assertThat(spoken()).isEqualTo("Downloading move-house.png.");
    }

    @Test
    void aPictureThatTheBrowserCannotMakeIsNoSuccess() {
        task(project, "Pack");
        reopen();
        click("btnScreenshot");
        screenshotCall().completeExceptionally(JsonNodeFactory.instance.stringNode("too large"));
        assertThat(openMessages()).isEqualTo(1);
        assertThat(_get(Notification.class).getElement().getTextRecursively())
                .contains("The browser could not make the picture.");
    }

    /** What the browser was asked to do and has not answered. */
    private static PendingJavaScriptInvocation screenshotCall() {
        UIInternals internals = UI.getCurrent().getInternals();
        internals.getStateTree().runExecutionsBeforeClientResponse();
        return internals.dumpPendingJavaScriptInvocations().stream()
                .filter(call -> call.getInvocation().getParameters().contains("move-house.png"))
                .findFirst()
                .orElseThrow();
    }

    private static void drag(CanvasEvents.Move... moves) {
        ComponentUtil.fireEvent(
                canvas(), new CanvasEvents.TasksMovedEvent(canvas(), true, moves, 3, new String[0], null));
    }
}
