package io.graphtracker.project.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.BasicUtilsKt;
import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.ItemClickEvent;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.textfield.TextField;
import io.graphtracker.preferences.Preferences;
import io.graphtracker.project.Position;
import io.graphtracker.project.ProjectSummary;
import io.graphtracker.project.Task;
import io.graphtracker.project.TaskDetails;
import io.graphtracker.project.TaskField;
import io.graphtracker.project.TaskStatus;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.node.JsonNodeFactory;

/** What the outline shows, and what a click in it does; what keys do is shown in a browser. */
class OutlineViewTest extends PageTest {

    private static final int SLACK = 3;

    @Autowired
    private Preferences preferences;

    @Autowired
    private JdbcTemplate jdbc;

    private ProjectSummary project;
    private Task pack;
    private Task drive;
    private Task unpack;

    @BeforeEach
    void openProject() {
        project = projects.create("Move house");
        pack = graphs.addTask(project.id(), "Pack", new Position(0, 0));
        drive = graphs.addTask(project.id(), "Drive", new Position(0, 100));
        unpack = graphs.addTask(project.id(), "Unpack", new Position(0, 200));
        graphs.connect(pack.id(), drive.id());
        open(project);
    }

    private static TaskOutline openOutline() {
        NativeDetails details = withId(NativeDetails.class, "outline");
        details.setOpen(true);
        ComponentUtil.fireEvent(details, new NativeDetails.ToggleEvent(details, true));
        return outline();
    }

    private static TaskOutline outline() {
        MockVaadin.clientRoundtrip(false);
        return _get(TaskOutline.class);
    }

    private static List<UUID> rows(TaskOutline outline) {
        return outline.getDataCommunicator()
                .fetchFromProvider(0, Integer.MAX_VALUE)
                .toList();
    }

    /** What a row says, cell by cell. */
    private static List<String> texts(TaskOutline outline, Task task) {
        return GridKt._getFormattedRow(outline, task.id());
    }

    private static void click(TaskOutline outline, Task task, boolean ctrl, boolean shift) {
        String key = outline.getDataCommunicator().getKeyMapper().key(task.id());
        ComponentUtil.fireEvent(
                outline, new ItemClickEvent<>(outline, true, key, null, 0, 0, 0, 0, 1, 0, ctrl, shift, false, false));
    }

    @Test
    void whereColumnsHaveNoRoomEachTaskIsOneCell() {
        graphs.update(drive.id(), drive.details(), drive.details().with(TaskField.PLANNED_HOURS, 2.5));
        MockVaadin.clientRoundtrip(false);
        TaskOutline outline = openOutline();
        assertThat(columns(outline)).containsExactly("Title", "Status", "Hours", "Depends on");

        narrow(true);
        assertThat(columns(outline)).containsExactly("Title");
        assertThat(texts(outline, drive)).containsExactly("DrivePlannedHours: 2.5 · Depends on: Pack");
        assertThat(texts(outline, unpack)).containsExactly("UnpackPlanned");

        click("btnCriticalPath");
        assertThat(columns(outline)).containsExactly("Title");
        assertThat(texts(outline, drive))
                .containsExactly(
                        "Drive, the last onePlannedHours left: 2.5 · Slack: Critical, step 2 of 2 · Depends on: Pack");

        narrow(false);
        assertThat(columns(outline)).containsExactly("Title", "Status", "Hours left", "Slack", "Depends on");
        assertThat(texts(outline, drive))
                .containsExactly(
                        "Drive, Planned, 2.5 hours left, Critical, step 2 of 2, the last one",
                        "Planned",
                        "2.5",
                        "Critical, step 2 of 2",
                        "Pack");
    }

    private static void narrow(boolean narrow) {
        BasicUtilsKt._fireDomEvent(
                withId(NativeDetails.class, "outline"),
                OutlineSection.NARROW,
                JsonNodeFactory.instance.objectNode().put(OutlineSection.IS_NARROW, narrow));
    }

    private static List<String> columns(TaskOutline outline) {
        return outline.getColumns().stream()
                .filter(Component::isVisible)
                .map(Grid.Column::getHeaderText)
                .toList();
    }

    @Test
    void theOutlineIsMadeWhenItIsOpened() {
        _assertNone(TaskOutline.class);

        assertThat(rows(openOutline())).containsExactly(pack.id(), drive.id(), unpack.id());

        assertThat(preferences.find("outlineVisible")).contains("1");
        newSession();
        open(project);
        assertThat(rows(outline())).hasSize(3);
    }

    @Test
    void aRowSaysWhatTheCanvasShows() {
        estimate(drive, 2.5);
        TaskOutline outline = openOutline();
        rows(outline);

        assertThat(texts(outline, drive))
                .containsExactly("Drive, Planned, 2.5 hours planned", "Planned", "2.5", "Pack");
        assertThat(outline.getColumns())
                .filteredOn(Grid.Column::isVisible)
                .extracting(Grid.Column::getHeaderText)
                .containsExactly("Title", "Status", "Hours", "Depends on");
    }

    @Test
    void manyDependenciesAreCounted() {
        IntStream.rangeClosed(1, 6)
                .forEach(
                        number -> graphs.connect(task(project, "Step " + number).id(), drive.id()));
        TaskOutline outline = openOutline();
        rows(outline);

        assertThat(texts(outline, drive)).contains("Pack, Step 1, Step 2, Step 3, Step 4, and 2 more");
    }

    @Test
    void canvasAndOutlineShareTheSelection() {
        TaskOutline outline = openOutline();
        selectOnCanvas(pack);
        assertThat(outline.getSelectedItems()).containsExactly(pack.id());

        click(outline, drive, false, false);

        assertThat(withId(TextField.class, "taskTitle").getValue()).isEqualTo("Drive");
        assertThat(String.valueOf(canvas().getElement().getPropertyRaw("selection")))
                .contains(drive.id().toString())
                .doesNotContain(pack.id().toString());
        assertThat(outline.getSelectedItems()).containsExactly(drive.id());
    }

    @Test
    void theOutlineFollowsThePlan() {
        TaskOutline outline = openOutline();
        click("btnAddNode");
        assertThat(rows(outline)).hasSize(4);
    }

    @Test
    void theRowsAreInTheOrderOfWorkWhereverTheTasksAre() {
        TaskOutline outline = openOutline();
        graphs.move(Map.of(unpack.id(), new Position(0, -100)));
        assertThat(rows(outline)).containsExactly(pack.id(), drive.id(), unpack.id());

        graphs.connect(unpack.id(), pack.id());
        MockVaadin.clientRoundtrip(false);
        assertThat(rows(outline)).containsExactly(unpack.id(), pack.id(), drive.id());
    }

    @Test
    void theStatusOfAGroupFollowsItsTasks() {
        Task house = graphs.makeGroup(project.id(), "House", unpack.id());
        Task street = graphs.makeGroup(project.id(), "Street", house.id(), drive.id());
        TaskOutline outline = openOutline();
        rows(outline);
        assertThat(texts(outline, street)).contains("Group: Planned");

        graphs.update(unpack.id(), unpack.details(), new TaskDetails("Unpack", "", TaskStatus.DONE, null));
        MockVaadin.clientRoundtrip(false);

        assertThat(texts(outline, house)).contains("Group: Done");
        assertThat(texts(outline, street)).contains("Group: In progress");
    }

    @Test
    void groupsAreExpandedUntilTheyAreCollapsed() {
        Task house = graphs.addTask(project.id(), "House", new Position(0, -10));
        jdbc.update("update node set is_group = true where id = ?", house.id().toString());
        jdbc.update(
                "update node set parent_id = ? where id = ?",
                house.id().toString(),
                unpack.id().toString());
        TaskOutline outline = openOutline();
        assertThat(rows(outline)).containsExactly(pack.id(), drive.id(), house.id(), unpack.id());
        assertThat(texts(outline, house)).startsWith("House, Group: Planned", "Group: Planned");

        outline.collapse(house.id());
        click("btnAddNode");
        assertThat(rows(outline)).hasSize(4).doesNotContain(unpack.id());

        selectOnCanvas(unpack);
        assertThat(rows(outline)).as("what is selected is shown").contains(unpack.id());
    }

    private static Grid.Column<UUID> slackColumn(TaskOutline outline) {
        return outline.getColumns().get(SLACK);
    }

    private static String slack(TaskOutline outline, Task task) {
        return texts(outline, task).get(SLACK);
    }

    @Test
    void aColumnTellsTheSlackWhileAPathIsShown() {
        estimate(pack, 2);
        estimate(drive, 3);
        estimate(unpack, 4);
        TaskOutline outline = openOutline();
        rows(outline);
        assertThat(slackColumn(outline).isVisible()).isFalse();

        click("btnCriticalPath");
        assertThat(slackColumn(outline).isVisible()).isTrue();
        assertThat(slackColumn(outline).getHeaderText()).isEqualTo("Slack");
        assertThat(slack(outline, pack)).isEqualTo("Critical, step 1 of 2");
        assertThat(slack(outline, drive)).isEqualTo("Critical, step 2 of 2");
        assertThat(slack(outline, unpack)).isEqualTo("1 hour");

        click("btnCriticalPath");
        assertThat(slackColumn(outline).isVisible()).isFalse();
    }

    /** Whoever goes from row to row hears only the cell with the title. */
    @Test
    void thePathCanBeFollowedByEar() {
        estimate(pack, 2);
        estimate(drive, 3);
        estimate(unpack, 5);
        TaskOutline outline = openOutline();
        click("btnCriticalPath");
        rows(outline);

        assertThat(spokenRow(outline, pack))
                .isEqualTo("Pack, Planned, 2 hours left, Critical, step 1 of 2, then Drive");
        assertThat(spokenRow(outline, drive))
                .isEqualTo("Drive, Planned, 3 hours left, Critical, step 2 of 2, the last one");
        assertThat(spokenRow(outline, unpack)).isEqualTo("Unpack, Planned, 5 hours left, Critical, on a parallel path");

        step(outline, unpack, true);
        assertThat(outline.getSelectedItems()).containsExactly(pack.id());
        step(outline, pack, true);
        assertThat(outline.getSelectedItems()).containsExactly(drive.id());
        step(outline, drive, true);
        assertThat(spoken()).isEqualTo("No task of the path comes after this one.");
        step(outline, drive, false);
        assertThat(outline.getSelectedItems()).containsExactly(pack.id());
        assertThat(withId(TextField.class, "taskTitle").getValue()).isEqualTo("Pack");
    }

    private static String spokenRow(TaskOutline outline, Task task) {
        return texts(outline, task).getFirst();
    }

    private static void step(TaskOutline outline, Task from, boolean forwards) {
        ((TaskOutline.User) withId(NativeDetails.class, "outline")).step(from.id(), forwards);
        MockVaadin.clientRoundtrip(false);
    }

    /** The path counts what is left of its tasks. */
    @Test
    void hoursAreThoseLeftWhileAPathIsShown() {
        estimate(pack, 2);
        estimate(drive, 3);
        graphs.update(
                drive.id(),
                reload(project, drive.id()).details(),
                reload(project, drive.id()).details().with(TaskField.ACTUAL_HOURS, 1.0));
        TaskOutline outline = openOutline();
        click("btnCriticalPath");
        rows(outline);

        assertThat(spokenRow(outline, drive))
                .isEqualTo("Drive, Planned, 2 hours left, Critical, step 2 of 2, the last one");
        assertThat(texts(outline, drive)).contains("2");
    }

    @Test
    void theSlackFollowsWhatOthersChange() {
        estimate(pack, 2);
        estimate(unpack, 4);
        TaskOutline outline = openOutline();
        click("btnCriticalPath");
        rows(outline);
        assertThat(slack(outline, unpack)).isEqualTo("Critical, step 1 of 1");

        estimate(reload(project, drive.id()), 7.5);
        MockVaadin.clientRoundtrip(false);

        assertThat(slack(outline, unpack)).isEqualTo("5.5 hours");
        assertThat(slack(outline, pack)).isEqualTo("Critical, step 1 of 2");
    }

    @Test
    void aGroupWithCriticalTasksSaysSo() {
        Task house = graphs.addTask(project.id(), "House", new Position(0, -10));
        jdbc.update("update node set is_group = true where id = ?", house.id().toString());
        jdbc.update(
                "update node set parent_id = ? where id = ?",
                house.id().toString(),
                unpack.id().toString());
        estimate(unpack, 4);
        TaskOutline outline = openOutline();
        click("btnCriticalPath");
        rows(outline);

        assertThat(slack(outline, house)).isEqualTo("Contains critical tasks");
    }
}
