package io.graphtracker.testing;

import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.TabSheet;
import io.graphtracker.backup.BackupExecutor;
import io.graphtracker.project.ProjectService;
import io.graphtracker.project.ProjectSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.FileSystemUtils;

/** Base of the tests of a project's page. Each starts on the page of a new project, without {@code .env}. */
public abstract class ProjectPageTest extends KaribuTest {

    @Autowired
    private ProjectService projects;

    @Autowired
    private StubVolumeSpace space;

    @Autowired
    private StubBackupTimer timer;

    private WatchedExecutor executor;
    private ProjectSummary project;

    @Autowired
    void useExecutor(@BackupExecutor WatchedExecutor watched) {
        executor = watched;
    }

    @BeforeEach
    void openNewProject() throws IOException {
        executor.awaitIdle();
        FileSystemUtils.deleteRecursively(home().resolve(".env"));
        FileSystemUtils.deleteRecursively(home().resolve("backups"));
        space.reset();
        timer.reset();
        project = projects.create("Garden house");
        openProject();
    }

    @AfterEach
    void endBackups() {
        executor.release();
        executor.awaitIdle();
    }

    /** Opens the project's page in the current browser. */
    protected void openProject() {
        navigateToProject();
        settle();
    }

    /** Like {@link #openProject()}, while the test holds a backup. */
    protected void openProjectBesideHeldBackup() {
        navigateToProject();
        settleBesideHeldBackup();
    }

    private void navigateToProject() {
        UI.getCurrent().navigate("projects/" + project.id());
    }

    /** Selects a tab of the sidebar by its id. */
    protected void selectTab(String id) {
        LocatorJ._get(TabSheet.class).setSelectedTab(byId(Tab.class, id));
        settle();
    }

    /** Waits until the work of the backup executor is done and all its pushed changes have arrived at the page. */
    protected void settle() {
        settleBeside(0);
    }

    /** Like {@link #settle()}, while the test holds a backup. */
    protected void settleBesideHeldBackup() {
        settleBeside(1);
    }

    /** Holds the page's background tasks until {@link #releaseTasks}. */
    protected void holdTasks() {
        executor.hold();
    }

    protected void releaseTasks() {
        executor.release();
    }

    private void settleBeside(int heldTasks) {
        // one request shows a tab, its end begins work, and the outcome arrives in another
        for (int request = 0; request < 3; request++) {
            executor.awaitUnfinished(heldTasks);
            MockVaadin.clientRoundtrip(false);
        }
    }

    /** A component that is visible to a user. */
    protected static <T extends Component> T byId(Class<T> type, String id) {
        return LocatorJ._get(type, spec -> spec.withId(id));
    }

    /** Whether a component is visible to a user. */
    protected static boolean isShown(String id) {
        List<Component> found = LocatorJ._find(Component.class, spec -> spec.withId(id));
        return !found.isEmpty();
    }

    /** Writes {@code .env}. */
    protected static void env(String content) throws IOException {
        Files.writeString(home().resolve(".env"), content);
    }

    protected StubVolumeSpace space() {
        return space;
    }

    protected StubBackupTimer timer() {
        return timer;
    }
}
