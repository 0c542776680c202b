package io.graphtracker.backup.restore.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.internal.PendingJavaScriptInvocation;
import io.graphtracker.backup.BackupExecutor;
import io.graphtracker.backup.BackupService;
import io.graphtracker.backup.restore.RestoreRequest;
import io.graphtracker.backup.restore.RestoreService;
import io.graphtracker.backup.restore.RestoreStep;
import io.graphtracker.feedback.Feedback;
import io.graphtracker.feedback.StatusRegion;
import io.graphtracker.project.ProjectService;
import io.graphtracker.testing.ProjectPageTest;
import io.graphtracker.testing.WatchedExecutor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;

/** Base of the tests of restores on pages: a backup that has the project, and since then another project. */
abstract class RestorePageTest extends ProjectPageTest {

    @Autowired
    protected ProjectService projects;

    @Autowired
    protected RestoreService restores;

    @Autowired
    private BackupService backups;

    @Autowired
    private RestoreDialogs dialogs;

    @Autowired
    private ObjectProvider<Feedback> feedback;

    @Autowired
    private ConfigurableApplicationContext context;

    private WatchedExecutor executor;
    private Path backup;

    @Autowired
    void watch(@BackupExecutor WatchedExecutor watched) {
        executor = watched;
    }

    @BeforeEach
    void backUp() throws IOException {
        env("BACKUPS_DIR=backups\n");
        backup = backups.backUp("local").file();
        projects.create("Boat");
        settle();
    }

    protected Path backup() {
        return backup;
    }

    protected String backupName() {
        return backup.getFileName().toString();
    }

    protected HeldRestore holdAt(RestoreStep step) {
        return HeldRestore.at(step, context);
    }

    protected void openDialog() {
        beginDialog();
        settle();
    }

    /** Does not wait for the verification of the backup. */
    protected void beginDialog() {
        dialogs.open(new RestoreRequest.OfBackup(backupName()), feedback.getObject());
    }

    protected void openUndoDialog() {
        dialogs.open(new RestoreRequest.Undo(restores.undoOffer().orElseThrow()), feedback.getObject());
        settle();
    }

    protected void confirm() {
        tick();
        click("btnConfirmRestore");
    }

    protected static void tick() {
        byId(Checkbox.class, "restoreUnderstood").setValue(true);
    }

    protected static void click(String id) {
        _click(byId(Button.class, id));
    }

    protected static Dialog dialog() {
        return _get(Dialog.class);
    }

    protected static String text(String id) {
        return byId(Component.class, id).getElement().getTextRecursively();
    }

    protected static String spoken() {
        return _get(StatusRegion.class).getText();
    }

    /** The scripts containing a text, among all that the next response would run in the browser. */
    protected List<PendingJavaScriptInvocation> scripts(String part) {
        // a signal's change is told on another thread, and its effect is work for the page
        for (int round = 0; round < 3; round++) {
            executor.awaitIdle();
            MockVaadin.runUIQueue();
        }
        UI.getCurrent().getInternals().getStateTree().runExecutionsBeforeClientResponse();
        return UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations().stream()
                .filter(call -> call.getInvocation().getExpression().contains(part))
                .toList();
    }

    /** Clicks a button that reloads the page. */
    protected static void assertReloads(String buttonId) {
        UI before = UI.getCurrent();
        click(buttonId);
        assertThat(UI.getCurrent()).isNotSameAs(before);
    }

    protected void assertProjects(String... names) {
        assertThat(projects.list(false)).extracting("name").containsExactlyInAnyOrder((Object[]) names);
    }
}
