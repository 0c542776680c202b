package io.graphtracker.project.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNoDialogs;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.RouterLink;
import io.graphtracker.project.ProjectSummary;
import io.graphtracker.project.Task;
import io.graphtracker.project.TaskDetails;
import io.graphtracker.project.TaskStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProjectListViewTest extends PageTest {

    private static List<String> names() {
        return _find(ProjectCard.class).stream()
                .map(card -> _get(card, RouterLink.class).getText())
                .toList();
    }

    @Test
    void anEmptyListOffersASample() {
        openList();
        assertThat(heading()).isEqualTo("Projects");
        assertThat(withId(Button.class, "btnSampleProject").getText()).contains("sample");
        _assertNone(ProjectCard.class);
        click("btnSampleProject");
        _get(ProjectView.class);
        assertThat(projects.list(false)).hasSize(1);
    }

    @Test
    void theSampleCanBeMadeAgain() {
        projects.createSample();
        openList();

        click("btnAddSample");

        _get(ProjectView.class);
        assertThat(projects.list(false)).hasSize(2);
    }

    @Test
    void aNewProjectOpens() {
        openList();
        click("btnCreateProject");
        _setValue(withId(TextField.class, "projectName"), " Move house ");
        click("btnConfirmName");
        assertThat(heading()).isEqualTo("Move house");
    }

    @Test
    void aProjectNeedsAName() {
        openList();
        click("btnCreateProject");
        click("btnConfirmName");
        TextField name = withId(TextField.class, "projectName");
        assertThat(name.isInvalid()).isTrue();
        assertThat(name.getErrorMessage()).isEqualTo("Give the project a name.");
        assertThat(projects.list(false)).isEmpty();
    }

    @Test
    void aProjectGetsAnotherName() {
        projects.create("Move house");
        openList();
        clickNamed("Rename Move house");
        _setValue(withId(TextField.class, "projectName"), "Move flat");
        click("btnConfirmName");
        _assertNoDialogs();
        assertThat(names()).containsExactly("Move flat");
        assertThat(spoken()).isEqualTo("The project is now called “Move flat”.");
    }

    @Test
    void aProjectIsArchivedAndRestored() {
        projects.create("Move house");
        openList();
        clickNamed("Archive Move house");
        assertThat(projects.list(false)).isEmpty();
        openList();
        assertThat(withId(NativeDetails.class, "archivedProjects").getSummaryText())
                .isEqualTo("Archived: 1 project");
        clickNamed("Unarchive Move house");
        assertThat(projects.list(false)).extracting(ProjectSummary::name).containsExactly("Move house");
        assertThat(names()).containsExactly("Move house");
    }

    @Test
    void whatIsArchivedStaysInItsPlaceUntilThePageIsOpenedAgain() {
        for (String name : List.of("Oldest", "Middle", "Newest")) {
            projects.create(name);
        }
        openList();
        clickNamed("Archive Newest");
        clickNamed("Archive Middle");

        assertThat(spoken()).startsWith("“Middle” was archived.");
        assertThat(names()).containsExactly("Newest", "Middle", "Oldest");
        assertThat(_get(Button.class, spec -> spec.withAttribute("aria-label", "Unarchive Middle")))
                .isNotNull();
        openList();
        assertThat(names()).startsWith("Oldest");
    }

    @Test
    void aProjectIsDeletedAfterAQuestion() {
        ProjectSummary project = projects.create("Move house");
        task(project, "Pack");
        openList();
        clickNamed("Delete Move house");
        ConfirmDialog question = _get(ConfirmDialog.class);
        assertThat(question.getElement().getProperty("message"))
                .isEqualTo(
                        "Its task will be deleted, too. Only a backup can restore it. To put it aside, archive it instead.");
        assertThat(projects.list(false)).hasSize(1);

        ComponentUtil.fireEvent(question, new ConfirmDialog.ConfirmEvent(question, true));

        assertThat(projects.list(false)).isEmpty();
        assertThat(spoken()).isEqualTo("“Move house” was deleted.");
    }

    @Test
    void aCardSaysHowFarItsProjectIs() {
        ProjectSummary project = projects.create("Move house");
        task(project, "Pack");
        openList();
        assertThat(_get(ProjectCard.class).getElement().getTextRecursively()).contains("0 of 1 task done (0%)");
    }

    @Test
    void aCardCountsHoursWhereTheyArePlanned() {
        ProjectSummary project = projects.create("Move house");
        Task pack = task(project, "Pack");
        Task drive = task(project, "Drive");
        estimate(drive, 7.5);
        graphs.update(pack.id(), pack.details(), new TaskDetails("Pack", "", TaskStatus.DONE, 2.5));
        task(project, "Unplanned");
        openList();

        assertThat(_get(ProgressLine.class).getElement().getTextRecursively()).isEqualTo("2.5 of 10 hours done (25%)");
        assertThat(bar().getAttribute("aria-valuenow")).isEqualTo("25");
        assertThat(bar().getAttribute("role")).isEqualTo("progressbar");
    }

    @Test
    void aCardFollowsWhatIsDoneElsewhere() {
        ProjectSummary project = projects.create("Move house");
        Task pack = task(project, "Pack");
        projects.create("Another");
        openList();

        graphs.update(pack.id(), pack.details(), new TaskDetails("Pack", "", TaskStatus.DONE, 2.5));
        MockVaadin.clientRoundtrip(false);

        assertThat(_find(ProgressLine.class))
                .extracting(line -> line.getElement().getTextRecursively())
                .containsExactlyInAnyOrder("2.5 of 2.5 hours done (100%)", "No tasks yet");
    }

    private static Element bar() {
        return _get(ProgressLine.class).getElement().getChild(1);
    }
}
