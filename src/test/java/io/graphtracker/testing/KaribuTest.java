package io.graphtracker.testing;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.github.mvysny.kaributesting.v10.spring.MockSpringServlet;
import com.vaadin.flow.component.UI;
import io.graphtracker.preferences.Preferences;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The ground for tests of views: the whole application in an empty project root, and a browser tab without a browser.
 * All tests share one application; each begins with an empty database and a new session.
 */
@SpringBootTest
@Import({
    ImpatientDatabase.class,
    StubVolumeSpace.Configuration.class,
    StubBackupTimer.Configuration.class,
    WatchedExecutor.Configuration.class,
    StubPushTimer.Configuration.class
})
public abstract class KaribuTest {

    private static final Routes ROUTES = new Routes().autoDiscoverViews("io.graphtracker");

    /** Of the application that is tested now. */
    private static Path home = Path.of("");

    @Autowired
    private ApplicationContext context;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Preferences preferences;

    @DynamicPropertySource
    static void projectRoot(DynamicPropertyRegistry properties) {
        // one for each application that tests share: two on one database would rightly refuse to restore
        Path own = TemporaryHome.create();
        properties.add("GRAPH_TRACKER_HOME", own::toString);
    }

    @BeforeEach
    void openBrowser() {
        home = TemporaryHome.of(context);
        empty();
        startSession();
    }

    @AfterEach
    void closeBrowser() {
        MockVaadin.tearDown();
    }

    /** The project root of the application under test. */
    protected static Path home() {
        return home;
    }

    /** Ends the session and begins another, as after closing and opening the browser. */
    protected void newSession() {
        newSession(context);
    }

    /** Ends the session and begins another with an application, for example one that was started again. */
    protected void newSession(ApplicationContext application) {
        MockVaadin.tearDown();
        startSession(application);
    }

    /** Opens a second browser beside this one. */
    protected OtherBrowser otherBrowser() {
        return new OtherBrowser(this::startSession);
    }

    private void startSession() {
        startSession(context);
    }

    private static void startSession(ApplicationContext context) {
        MockVaadin.setup(UI::new, new MockSpringServlet(ROUTES, context, UI::new));
    }

    private void empty() {
        for (String table : new String[] {"edge", "node_layout", "node", "project"}) {
            jdbc.update("delete from " + table);
        }
        // not by SQL: their signals, too, must forget them
        jdbc.queryForList("select preference_key from ui_preference", String.class)
                .forEach(preferences::remove);
    }
}
