package io.graphtracker.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.springframework.context.ApplicationContext;
import org.springframework.util.FileSystemUtils;

/** Project roots for tests, gone when the tests end. */
public final class TemporaryHome {

    private TemporaryHome() {}

    /** A new empty folder to be the project root. */
    public static Path create() {
        try {
            Path home = TestFolder.create("graph-tracker-test");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(home)));
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The project root of an application. */
    static Path of(ApplicationContext application) {
        return Path.of(application.getEnvironment().getRequiredProperty("GRAPH_TRACKER_HOME"));
    }

    private static void delete(Path home) {
        try {
            FileSystemUtils.deleteRecursively(home);
        } catch (IOException e) {
            // a file still open on some systems; the folder is a temporary one anyway
            home.toFile().deleteOnExit();
        }
    }
}
