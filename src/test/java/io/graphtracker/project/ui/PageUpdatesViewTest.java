package io.graphtracker.project.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.textfield.TextField;
import io.graphtracker.project.GraphChanges;
import io.graphtracker.project.GraphCommand.EditTask;
import io.graphtracker.project.Position;
import io.graphtracker.project.ProjectSummary;
import io.graphtracker.project.Task;
import io.graphtracker.project.TaskDetails;
import io.graphtracker.project.TaskField;
import io.graphtracker.project.TaskStatus;
import io.graphtracker.testing.StubPushTimer;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How an open page learns of what is changed on other pages. */
class PageUpdatesViewTest extends PageTest {

    @Autowired
    private StubPushTimer timer;

    @Autowired
    private GraphChanges changes;

    private ProjectSummary project;
    private Task pack;

    @BeforeEach
    void openProject() {
        project = projects.create("Move house");
        pack = task(project, "Pack");
        timer.reset();
        open(project);
        MockVaadin.clientRoundtrip(true);
    }

    @AfterEach
    void letTimePass() {
        timer.reset();
    }

    private static String summary() {
        return withId(NativeDetails.class, "outline").getSummaryText();
    }

    @Test
    void changesOfOthersAppear() {
        task(project, "Drive");
        MockVaadin.clientRoundtrip(false);

        assertThat(summary()).isEqualTo("Outline: 2 tasks");
    }

    @Test
    void aShownTaskFollows() {
        selectOnCanvas(pack);
        graphs.update(pack.id(), pack.details(), new TaskDetails("Pack boxes", "", pack.status(), 2.0));
        MockVaadin.clientRoundtrip(false);

        assertThat(withId(TextField.class, "taskTitle").getValue()).isEqualTo("Pack boxes");
    }

    @Test
    void manyChangesAreHandedOnTogether() {
        timer.hold();
        task(project, "First");
        MockVaadin.clientRoundtrip(false);
        assertThat(summary()).isEqualTo("Outline: 2 tasks");

        IntStream.range(0, 10).forEach(number -> task(project, "Task " + number));
        MockVaadin.clientRoundtrip(false);
        assertThat(summary()).as("too soon after the last one").isEqualTo("Outline: 2 tasks");

        timer.passPause();
        MockVaadin.clientRoundtrip(false);
        assertThat(summary()).isEqualTo("Outline: 12 tasks");
        timer.passPause();
        task(project, "Last");
        MockVaadin.clientRoundtrip(false);
        assertThat(summary()).as("after a pause at once").isEqualTo("Outline: 13 tasks");
    }

    /** Whoever changes the plan must not wait for the pages of all others. */
    @Test
    void noPageIsUpdatedByTheThreadThatMakesTheChange() {
        timer.holdEverything();
        task(project, "Drive");
        MockVaadin.clientRoundtrip(false);
        assertThat(summary()).isEqualTo("Outline: 1 task");

        timer.passPause();
        MockVaadin.clientRoundtrip(false);
        assertThat(summary()).isEqualTo("Outline: 2 tasks");
    }

    @Test
    void whatOneselfHasChangedNeedsNoPush() {
        timer.hold();
        task(project, "First");
        MockVaadin.clientRoundtrip(false);

        click("btnAddNode");

        assertThat(summary()).isEqualTo("Outline: 3 tasks");
    }

    @Test
    void aPageThatIsLeftIsToldNothing() {
        open(projects.create("Another"));
        task(project, "Drive");
        MockVaadin.clientRoundtrip(false);

        _assertNone(TaskForm.class);
        assertThat(_get(GraphArea.class).canvas().getElement().getAttribute("aria-label"))
                .startsWith("Graph with no tasks");
    }

    @Test
    void whatOthersChangeIsAnnouncedOnceForAWhile() {
        timer.hold();
        Task drive = task(project, "Drive");
        graphs.update(pack.id(), pack.details(), new TaskDetails("Pack boxes", "", pack.status(), null));
        graphs.move(Map.of(pack.id(), new Position(50, 50)));
        task(project, "Unpack");
        graphs.connect(pack.id(), drive.id());
        assertThat(spoken()).isEmpty();

        timer.passPause();

        assertThat(spoken()).isEqualTo("3 tasks were changed on another page.");
        graphs.delete(drive.id());
        timer.passPause();
        assertThat(spoken()).isEqualTo("One task was changed on another page.");
    }

    @Test
    void dependenciesThatOthersChangeAreAnnounced() {
        Task drive = task(project, "Drive");
        timer.hold();
        graphs.connect(pack.id(), drive.id());

        timer.passPause();

        assertThat(spoken()).isEqualTo("Dependencies were changed on another page.");
    }

    /** An undo is stored also if all of it is skipped, since somebody else has changed the same. */
    @Test
    void anUndoThatChangesNothingIsNotAnnounced() {
        EditTask edit = new EditTask(
                pack.id(), pack.details(), new TaskDetails("Pack boxes", "", pack.status(), pack.plannedHours()));
        changes.execute(project.id(), "another page", edit);
        graphs.delete(pack.id());
        timer.hold();

        assertThat(changes.undo(project.id(), "another page").change()).isNotNull();
        timer.passPause();

        assertThat(spoken()).doesNotContain("Dependencies");
    }

    @Test
    void whatOneselfChangesIsNoChangeOfOthers() {
        timer.hold();
        click("btnAddNode");

        timer.passPause();

        assertThat(spoken()).isEqualTo("“New task” was added.");
    }

    @Test
    void theProgressInTheHeaderFollows() {
        assertThat(_get(ProgressLine.class).getElement().getTextRecursively()).isEqualTo("0 of 1 task done (0%)");
        estimate(pack, 8);
        Task drive = task(project, "Drive");
        estimate(drive, 2);
        Task stored = reload(project, drive.id());
        graphs.update(drive.id(), stored.details(), stored.details().with(TaskField.STATUS, TaskStatus.DONE));
        Task open = reload(project, pack.id());
        graphs.update(pack.id(), open.details(), open.details().with(TaskField.ACTUAL_HOURS, 3.0));
        MockVaadin.clientRoundtrip(false);

        assertThat(_get(ProgressLine.class).getElement().getTextRecursively()).isEqualTo("5 of 10 hours done (50%)");
    }
}
