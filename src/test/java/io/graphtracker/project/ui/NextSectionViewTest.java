package io.graphtracker.project.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import io.graphtracker.project.ProjectSummary;
import io.graphtracker.project.Task;
import io.graphtracker.project.TaskDetails;
import io.graphtracker.project.TaskStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NextSectionViewTest extends PageTest {

    private ProjectSummary project;
    private Task pack;
    private Task drive;
    private Task unpack;
    private Task call;

    @BeforeEach
    void openProject() {
        project = projects.create("Move house");
        pack = task(project, "Pack");
        drive = task(project, "Drive");
        unpack = task(project, "Unpack");
        call = task(project, "Call");
        estimate(pack, 4);
        estimate(call, 1);
        graphs.connect(pack.id(), drive.id());
        graphs.connect(drive.id(), unpack.id());
        open(project);
    }

    private static NativeDetails section() {
        return _get(NextSection.class);
    }

    private static void toggle(boolean open) {
        section().setOpen(open);
        ComponentUtil.fireEvent(section(), new NativeDetails.ToggleEvent(section(), true));
    }

    /** What a list says below its heading. */
    private static String list(String id) {
        return _get(Section.class, section -> section.withId(id)).getElement().getTextRecursively();
    }

    private void setStatus(Task task, TaskStatus status) {
        Task stored = reload(project, task.id());
        graphs.update(
                task.id(),
                stored.details(),
                new TaskDetails(stored.title(), stored.description(), status, stored.plannedHours()));
        MockVaadin.clientRoundtrip(false);
    }

    @Test
    void itIsWorkedOutOnlyWhileItIsOpen() {
        assertThat(section().getSummaryText()).isEqualTo("Next");

        toggle(true);
        assertThat(section().getSummaryText()).isEqualTo("Next: 2 tasks ready, 2 waiting");
        toggle(false);
        assertThat(section().getSummaryText()).isEqualTo("Next");
        toggle(true);

        newSession();
        open(project);
        assertThat(section().isOpen()).isTrue();
        assertThat(section().getSummaryText()).startsWith("Next: 2 tasks");
    }

    @Test
    void itSaysWhatIsReadyWhatWaitsAndWhatFreesTheMost() {
        toggle(true);

        assertThat(list("nextReady")).isEqualTo("Ready nowPackcriticalCall3 hours of slack");
        assertThat(list("nextBlocked")).isEqualTo("Blocked byDrivewaiting for PackUnpackwaiting for Drive");
        assertThat(list("nextFrees")).isEqualTo("Frees mostPackfrees 1 task at once; 2 are waiting for it in all");
    }

    @Test
    void itSaysWhatTheSelectedTaskWaitsFor() {
        toggle(true);
        selectOnCanvas(unpack);
        assertThat(list("nextBlocked")).isEqualTo("Blocked by“Unpack” is waiting for:Drive");

        selectOnCanvas(pack);
        assertThat(list("nextBlocked")).isEqualTo("Blocked by“Pack” is not waiting for anything. It can start now.");
    }

    @Test
    void aRowSelectsItsTaskAndGoesToIt() {
        toggle(true);
        _click(_get(
                _get(Section.class, section -> section.withId("nextReady")),
                Button.class,
                button -> button.withText("Call")));

        assertThat(canvasCalls()).contains("reveal");
        assertThat(withId(TextField.class, "taskTitle").getValue()).isEqualTo("Call");
    }

    @Test
    void itFollowsWhatOthersDo() {
        toggle(true);
        setStatus(pack, TaskStatus.DONE);
        assertThat(list("nextReady")).contains("Drive").doesNotContain("Pack");
        assertThat(section().getSummaryText()).isEqualTo("Next: 2 tasks ready, 1 waiting");

        setStatus(call, TaskStatus.DISCUSS);
        assertThat(list("nextReady")).contains("CallNeeds discussion");
    }

    @Test
    void aBlockedTaskIsNotReady() {
        toggle(true);
        setStatus(call, TaskStatus.BLOCKED);
        assertThat(list("nextReady")).isEqualTo("Ready nowPackcritical");
        assertThat(list("nextBlocked")).endsWith("CallBlocked");

        selectOnCanvas(call);
        assertThat(list("nextBlocked")).endsWith("“Call” is not waiting for another task, but its status is Blocked.");

        setStatus(pack, TaskStatus.BLOCKED);
        assertThat(list("nextReady")).contains("Nothing is ready.");
    }

    @Test
    void itSaysThatNothingIsLeft() {
        toggle(true);
        for (Task task : new Task[] {pack, drive, unpack, call}) {
            setStatus(task, TaskStatus.DONE);
        }

        assertThat(section().getSummaryText()).isEqualTo("Next: nothing ready, none waiting");
        assertThat(list("nextReady")).isEqualTo("Ready nowAll tasks are done.");
        assertThat(list("nextBlocked")).isEqualTo("Blocked byNo task is waiting or blocked.");
        assertThat(list("nextFrees")).isEqualTo("Frees mostNo task is waiting for one that is ready.");
    }

    @Test
    void anEmptyProjectHasNone() {
        open(projects.create("Another"));
        _assertNone(NextSection.class);
        click("btnAddNode");
        _get(NextSection.class);
    }

    @Test
    void aPathShownBesideItStaysWhenItIsClosed() {
        toggle(true);
        click("btnCriticalPath");
        toggle(false);
        assertThat(_get(PathPanel.class).isVisible()).isTrue();

        setStatus(pack, TaskStatus.DONE);
        assertThat(spoken()).contains("changed on another page");
        assertThat(section().getSummaryText()).isEqualTo("Next");
        assertThat(_get(PathPanel.class).getElement().getTextRecursively()).contains("1 hour of work left");
    }
}
