package io.graphtracker.project.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNoDialogs;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.UploadKt._upload;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.upload.FileRejectedEvent;
import com.vaadin.flow.component.upload.Upload;
import io.graphtracker.project.ProjectSummary;
import io.graphtracker.project.Task;
import io.graphtracker.testing.ShownMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Plans come from files and go into files. */
class ImportViewTest extends PageTest {

    private static final String HOUSE = """
            {"format": "graph-tracker-plan", "version": 1, "name": "A house",
            "tasks": [
              {"key": "g", "group": true, "title": "Ground"},
              {"key": "a", "title": "Dig", "parent": "g"},
              {"key": "b", "title": "Build"},
              {"key": "c", "title": "Paint"}],
            "dependencies": [
              {"from": "a", "to": "b"},
              {"from": "b", "to": "c"},
              {"from": "c", "to": "a"}]}""";

    private static void choose(String fileName, String content) {
        _upload(_get(Upload.class), fileName, content.getBytes(StandardCharsets.UTF_8));
        MockVaadin.clientRoundtrip(true);
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }

    private static String value(String id) {
        return text(_get(Component.class, component -> component.withId(id)));
    }

    @Test
    void aPlanIsShownBeforeItIsImported() {
        ProjectSummary project = projects.create("Move house");
        task(project, "Present");
        open(project);

        click("btnImportJSON");
        choose("house.json", HOUSE);

        assertThat(value("importFormat")).isEqualTo("Graph Tracker JSON");
        assertThat(value("importTasks")).isEqualTo("3");
        assertThat(value("importGroups")).isEqualTo("1");
        assertThat(value("importDependencies")).isEqualTo("2");
        assertThat(value("importDropped")).isEqualTo("1 dependency, 1 of them circular");
        assertThat(_find(ListItem.class).stream().map(ImportViewTest::text).collect(Collectors.toList()))
                .contains("Line 10, column 3, “Dig”: It cannot depend on “Paint”, because that would make a circular"
                        + " dependency: “Dig” → “Build” → “Paint”.");
        assertThat(spoken())
                .isEqualTo("house.json was read: 3 tasks, 1 group, 2 dependencies. 1 thing will be different from the"
                        + " file.");
        assertThat(graphs.load(project.id()).tasks()).hasSize(1);
    }

    @Test
    void aConfirmedPlanIsImportedSelectedAndShown() {
        ProjectSummary project = projects.create("Move house");
        task(project, "Present");
        open(project);
        click("btnImportJSON");
        choose("house.json", HOUSE);
        canvasCalls();

        click("btnConfirmImport");

        assertThat(canvasCalls()).contains("revealAll");
        _assertNoDialogs();
        assertThat(ShownMessage.only().text()).isEqualTo("“house.json” was imported: 3 tasks and 2 dependencies.");
        assertThat(spoken()).startsWith("“house.json” was imported");
        assertThat(graphs.load(project.id()).tasks())
                .extracting(Task::title)
                .containsExactly("Present", "Ground", "Dig", "Build", "Paint");
        assertThat(text(_get(Component.class, component -> component.withId("selectionHeading"))))
                .contains("3");
        click("btnUndo");
        assertThat(graphs.load(project.id()).tasks()).hasSize(1);
    }

    @Test
    void aDamagedFileIsRefusedInTheDialogWithItsPlace() {
        ProjectSummary project = projects.create("Move house");
        open(project);
        click("btnImportJSON");

        choose("house.json", HOUSE.replace("\"Dig\"", "Dig"));

        Div alert = (Div) withId(Paragraph.class, "importProblem").getParent().orElseThrow();
        assertThat(alert.getElement().getAttribute("role")).isEqualTo("alert");
        assertThat(text(alert))
                .isEqualTo(
                        "Line 4, column 25: This is not valid JSON.Nothing was imported. Choose another file, or change"
                                + " this one and choose it again.");
        _assertNone(Button.class, button -> button.withId("btnConfirmImport"));

        // and another can be chosen
        choose("house.json", HOUSE);
        _assertNone(Paragraph.class, paragraph -> paragraph.withId("importProblem"));
        choose("house.json", "{");
        _assertNone(Button.class, button -> button.withId("btnConfirmImport"));
        choose("house.json", HOUSE);
        click("btnConfirmImport");
        assertThat(graphs.load(project.id()).tasks()).hasSize(4);
    }

    @Test
    void aCancelledImportChangesNothing() {
        ProjectSummary project = projects.create("Move house");
        open(project);
        click("btnImportJSON");
        choose("house.json", HOUSE);

        click("btnCancelImport");

        _assertNoDialogs();
        assertThat(graphs.load(project.id()).tasks()).isEmpty();
    }

    @Test
    void whatTheBrowserRefusesIsToldInTheDialog() {
        open(projects.create("Move house"));
        click("btnImportJSON");
        Upload upload = _get(Upload.class);
        assertThat(upload.getElement().getProperty("maxFileSize", 0.0)).isEqualTo(20_000_000.0);

        ComponentUtil.fireEvent(upload, new FileRejectedEvent(upload, "File is Too Big.", "huge.json"));

        assertThat(text(withId(Paragraph.class, "importProblem")))
                .isEqualTo("The file is too large: at most 20.0 MB can be imported.");
    }

    @Test
    void aProjectIsMadeOfAPlan() {
        openList();

        click("btnImportFirstPlan");
        choose("house.json", HOUSE);
        click("btnConfirmImport");

        assertThat(heading()).isEqualTo("A house");
        List<ProjectSummary> all = projects.list(false);
        assertThat(all).hasSize(1);
        assertThat(graphs.load(all.getFirst().id()).dependencies()).hasSize(2);
        openList();
        withId(Button.class, "btnImportPlan");
    }

    @Test
    void thePlanIsDownloaded() {
        ProjectSummary project = projects.create("Move house");
        open(project);
        canvasCalls();

        click("btnExportJSON");

        assertThat(canvasCalls()).contains("saveFrom");
    }
}
