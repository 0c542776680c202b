package io.graphtracker.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.FileSystemUtils;

/**
 * Base of the tests against the running server: the whole application on a free port, in a project root of its own.
 * Each test starts without {@code .env} and without backups.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(StubVolumeSpace.Configuration.class)
public abstract class RunningServer {

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private StubVolumeSpace space;

    @DynamicPropertySource
    static void projectRoot(DynamicPropertyRegistry properties) {
        // one for each application that tests share: two on one database would rightly refuse to restore
        Path own = TemporaryHome.create();
        properties.add("GRAPH_TRACKER_HOME", own::toString);
    }

    @BeforeEach
    void forgetSettings() throws IOException {
        FileSystemUtils.deleteRecursively(home().resolve(".env"));
        FileSystemUtils.deleteRecursively(home().resolve("backups"));
        space.reset();
    }

    protected Path home() {
        return TemporaryHome.of(context);
    }

    protected int port() {
        return port;
    }

    protected StubVolumeSpace space() {
        return space;
    }

    /** Writes {@code .env}. */
    protected void env(String content) throws IOException {
        Files.writeString(home().resolve(".env"), content);
    }
}
