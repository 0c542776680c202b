package io.graphtracker.project.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.github.mvysny.kaributesting.v10.BasicUtilsKt;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.textfield.TextField;
import io.graphtracker.project.Dependency;
import io.graphtracker.project.Position;
import io.graphtracker.project.ProjectGraph;
import io.graphtracker.project.ProjectSummary;
import io.graphtracker.project.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

/** What is asked for on the canvas, and tasks that are entered one after the other. */
class CanvasRequestsViewTest extends PageTest {

    private ProjectSummary project;
    private Task pack;
    private Task drive;

    @BeforeEach
    void openProject() {
        project = projects.create("Move house");
        pack = task(project, "Pack");
        drive = graphs.addTask(project.id(), "Drive", new Position(400, 0));
        open(project);
    }

    private ProjectGraph stored() {
        return graphs.load(project.id());
    }

    private Task newest() {
        return stored().tasks().getLast();
    }

    private static TextField title() {
        return withId(TextField.class, "taskTitle");
    }

    private static void request(double x, double y, @Nullable Task after) {
        ComponentUtil.fireEvent(
                canvas(),
                new CanvasEvents.TaskRequestedEvent(
                        canvas(), true, x, y, after == null ? null : after.id().toString()));
    }

    private static void enter(TextField field, String typed, boolean control) {
        // the browser tells the value before the key
        _setValue(field, typed);
        BasicUtilsKt._fireDomEvent(
                field,
                "keydown",
                JsonNodeFactory.instance.objectNode().put(TitleKeys.ENTER, true).put(TitleKeys.CONTROL, control));
    }

    @Test
    void aTaskIsMadeWhereItIsAskedFor() {
        request(120, 340, null);

        assertThat(newest().position()).isEqualTo(new Position(120, 340));
        assertThat(title().getValue()).isEqualTo("New task");
        assertThat(spoken()).isEqualTo("“New task” was added.");
        assertThat(stored().dependencies()).isEmpty();
    }

    @Test
    void anArrowDrawnIntoTheEmptyMakesATaskAfter() {
        request(120, 340, pack);

        assertThat(stored().dependencies())
                .extracting(Dependency::sourceId, Dependency::targetId)
                .containsExactly(tuple(pack.id(), newest().id()));
        click("btnUndo");
        assertThat(stored().tasks()).as("one gesture is one change").hasSize(2);
    }

    private void drag(Task task, double x, double y, @Nullable Task into) {
        String id = task.id().toString();
        ComponentUtil.fireEvent(
                canvas(),
                new CanvasEvents.TasksMovedEvent(
                        canvas(),
                        true,
                        new CanvasEvents.Move[] {new CanvasEvents.Move(id, x, y)},
                        1,
                        new String[] {id},
                        into == null ? null : into.id().toString()));
    }

    @Test
    void aTaskDraggedIntoAGroupAndOutOfItIsOneChangeEachTime() {
        Task van = graphs.makeGroup(project.id(), "Van", drive.id());

        drag(pack, 50, 60, van);

        assertThat(spoken()).isEqualTo("“Pack” was put into another group.");
        assertThat(reload(project, pack.id()).parentId()).isEqualTo(van.id());
        assertThat(reload(project, pack.id()).position()).isEqualTo(new Position(50, 60));
        drag(pack, 500, 600, null);
        assertThat(spoken()).isEqualTo("“Pack” was taken out of its group.");
        click("btnUndo");
        click("btnUndo");
        assertThat(reload(project, pack.id()).parentId()).isNull();
        assertThat(reload(project, pack.id()).position()).isEqualTo(pack.position());
    }

    @Test
    void aDragThatWouldCloseACycleIsTakenBack() {
        Task van = graphs.makeGroup(project.id(), "Van", drive.id());
        graphs.connect(pack.id(), van.id());
        canvasCalls();

        drag(pack, 50, 60, van);

        assertThat(openMessages()).isEqualTo(1);
        assertThat(reload(project, pack.id()).position()).isEqualTo(pack.position());
    }

    @Test
    void anArrowDrawnToATaskConnectsThem() {
        ComponentUtil.fireEvent(
                canvas(),
                new CanvasEvents.DependencyRequestedEvent(
                        canvas(), true, pack.id().toString(), drive.id().toString()));

        assertThat(stored().dependencies()).hasSize(1);
        assertThat(spoken()).isEqualTo("“Drive” now depends on “Pack”.");
    }

    @Test
    void theDeleteKeyDeletesWhatIsSelected() {
        ComponentUtil.fireEvent(
                canvas(),
                new CanvasEvents.DeleteRequestedEvent(
                        canvas(),
                        true,
                        new String[] {pack.id().toString(), drive.id().toString()},
                        null));

        assertThat(stored().tasks()).isEmpty();
        assertThat(_get(ChangeNotice.class).getElement().getTextRecursively()).contains("2 tasks were deleted.");
    }

    @Test
    void theDeleteKeyDeletesASelectedDependency() {
        Dependency dependency = graphs.connect(pack.id(), drive.id());
        ComponentUtil.fireEvent(
                canvas(),
                new CanvasEvents.DeleteRequestedEvent(
                        canvas(), true, new String[0], dependency.id().toString()));

        assertThat(stored().dependencies()).isEmpty();
        assertThat(stored().tasks()).hasSize(2);
    }

    @Test
    void enterInATitleSavesItAndOffersTheNextTask() {
        selectOnCanvas(pack);
        _assertNone(NextTaskField.class);

        enter(title(), "Pack boxes", false);

        assertThat(reload(project, pack.id()).title()).isEqualTo("Pack boxes");
        enter(withId(TextField.class, "nextTask"), "Label boxes", false);
        assertThat(newest().title()).isEqualTo("Label boxes");
        assertThat(newest().position()).isNotEqualTo(pack.position());
        assertThat(title().getValue()).isEqualTo("Label boxes");
        assertThat(stored().dependencies()).isEmpty();
        assertThat(withId(TextField.class, "nextTask").getValue())
                .as("and the next one")
                .isEmpty();

        enter(withId(TextField.class, "nextTask"), "Load boxes", true);
        assertThat(stored().dependencies()).hasSize(1);
    }

    @Test
    void enterInThePlannedHoursSavesThemAndOffersTheNextTask() {
        selectOnCanvas(pack);

        enter(withId(TextField.class, "taskPlannedHours"), "4", false);

        assertThat(reload(project, pack.id()).plannedHours()).isEqualTo(4.0);
        assertThat(withId(TextField.class, "nextTask").getValue()).isEmpty();
    }

    @Test
    void anEmptyNextTaskIsNone() {
        selectOnCanvas(pack);
        enter(title(), "Pack", false);

        enter(withId(TextField.class, "nextTask"), "  ", false);

        assertThat(stored().tasks()).hasSize(2);
    }

    @Test
    void controlEnterInATitleAddsASuccessor() {
        selectOnCanvas(pack);

        enter(title(), "Pack boxes", true);

        assertThat(stored().dependencies()).extracting(Dependency::targetId).containsExactly(newest().id());
        assertThat(newest().position().x()).isGreaterThan(pack.position().x());
        assertThat(title().getValue()).isEqualTo("New task");
    }

    @Test
    void aTitleThatCannotBeSavedOffersNothing() {
        selectOnCanvas(pack);

        enter(title(), " ", false);

        _assertNone(NextTaskField.class);
        assertThat(title().isInvalid()).isTrue();
        _setValue(title(), "Pack");
    }

    @Test
    void theToolsOnTheCanvasDoWhatTheActionsDo() {
        click("toolAdd");
        assertThat(stored().tasks()).hasSize(3);
        click("toolConnect");
        _get(ConnectDialog.class).close();
        click("toolSearch");
        assertThat(_get(SearchBar.class).getElement().hasAttribute(SearchBar.OPEN))
                .isTrue();
    }
}
