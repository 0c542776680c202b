package io.graphtracker.project.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import io.graphtracker.preferences.Preferences;
import io.graphtracker.project.ProjectSummary;
import io.graphtracker.project.Task;
import io.graphtracker.testing.StubPushTimer;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** What a page remembers of the last visit, and what its address says. */
class PageMemoryViewTest extends PageTest {

    @Autowired
    private Preferences preferences;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private StubPushTimer timer;

    private ProjectSummary project;
    private Task pack;
    private Task drive;

    @BeforeEach
    void openProject() {
        project = projects.create("Move house");
        pack = task(project, "Pack");
        drive = task(project, "Drive");
        open(project);
    }

    @AfterEach
    void releaseWrites() {
        timer.reset();
    }

    private void reopen() {
        newSession();
        open(project);
    }

    private void openAt(UUID taskId) {
        UI.getCurrent().navigate("projects/" + project.id(), QueryParameters.of("task", taskId.toString()));
    }

    private static String title() {
        return withId(TextField.class, "taskTitle").getValue();
    }

    /** What the browser begins with, by the width of its window. */
    private static String view(String width) {
        return ((JsonNode) canvas().getElement().getPropertyRaw("views"))
                .path(width)
                .toString();
    }

    private static void look(double x, boolean narrow) {
        ComponentUtil.fireEvent(canvas(), new CanvasEvents.ViewChangedEvent(canvas(), true, x, -20, 0.75, narrow));
    }

    @Test
    void nothingIsRememberedOfADeletedProject() {
        selectOnCanvas(drive);
        String key = "project." + project.id() + ".selection";
        assertThat(preferences.find(key)).contains(drive.id().toString());

        openList();
        clickNamed("Delete Move house");
        ConfirmDialog question = _get(ConfirmDialog.class);
        ComponentUtil.fireEvent(question, new ConfirmDialog.ConfirmEvent(question, true));

        assertThat(preferences.find(key)).isEmpty();
    }

    @Test
    void nothingIsRememberedOfAProjectThatWasDeletedMeanwhile() {
        timer.holdEverything();
        selectOnCanvas(drive);

        projects.delete(project.id());
        timer.passPause();

        assertThat(preferences.find("project." + project.id() + ".selection")).isEmpty();
    }

    @Test
    void whatWaitsToBeStoredIsTheLatestAndOnlyThat() {
        timer.holdEverything();
        selectOnCanvas(drive);
        selectOnCanvas(pack);
        assertThat(timer.waiting()).isEqualTo(1);

        timer.passPause();

        assertThat(preferences.find("project." + project.id() + ".selection"))
                .contains(pack.id().toString());
        selectOnCanvas(drive);
        assertThat(timer.waiting()).isEqualTo(1);
    }

    @Test
    void selectingGoesOnWhenItCannotBeRemembered() {
        jdbc.execute("create trigger refused before insert on ui_preference begin select raise(abort, 'no'); end");
        try {
            selectOnCanvas(drive);
        } finally {
            jdbc.execute("drop trigger refused");
        }

        assertThat(title()).isEqualTo("Drive");
    }

    @Test
    void theSelectionIsRememberedAsLongAsItExists() {
        selectOnCanvas(drive);
        reopen();
        assertThat(title()).isEqualTo("Drive");

        graphs.delete(drive.id());
        reopen();
        _assertNone(TaskForm.class);
    }

    @Test
    void theViewIsRememberedForEachProject() {
        look(300.5, false);

        reopen();
        assertThat(view("wide")).contains("300.5", "-20", "0.75");

        open(projects.create("Another"));
        assertThat(view("wide")).isEqualTo("null");
    }

    @Test
    void aNarrowWindowHasAViewOfItsOwn() {
        look(300.5, false);
        look(10.5, true);

        reopen();

        assertThat(view("wide")).contains("300.5");
        assertThat(view("narrow")).contains("10.5");
        ViewMemory.forget(preferences, project.id());
        assertThat(preferences.find("project." + project.id() + ".view.narrow")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1 2", "a b c", "1 2 3 4"})
    void aViewThatCannotBeReadIsIgnored(String stored) {
        preferences.put("project." + project.id() + ".view", stored);

        reopen();

        assertThat(view("wide")).isEqualTo("null");
    }

    @Test
    void anAddressSelectsATask() {
        selectOnCanvas(drive);
        newSession();

        openAt(pack.id());

        assertThat(title()).isEqualTo("Pack");
    }

    @Test
    void anAddressOfATaskThatIsGoneSelectsWhatWasSelected() {
        selectOnCanvas(drive);
        newSession();

        openAt(UUID.randomUUID());

        assertThat(title()).isEqualTo("Drive");
    }
}
