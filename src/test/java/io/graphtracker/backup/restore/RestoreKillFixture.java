package io.graphtracker.backup.restore;

import static io.graphtracker.backup.restore.RestoreRoot.add;
import static io.graphtracker.backup.restore.RestoreRoot.backUp;
import static io.graphtracker.backup.restore.RestoreRoot.delete;

import io.graphtracker.backup.ChildProcess;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * A root with a backup of Garden and House, since when House was deleted and Boat was added, and processes that are
 * killed in it.
 */
abstract class RestoreKillFixture {

    @TempDir
    Path folder;

    @TempDir
    Path temporary;

    RestoreRoot root;
    String backup;

    @BeforeEach
    void create() throws SQLException {
        root = RestoreRoot.create(folder, "Garden", "House");
        try (AnnotationConfigApplicationContext context = root.start()) {
            backup = backUp(context).file().getFileName().toString();
            delete(context, "House");
            add(context, "Boat");
        }
    }

    /** Kills a process that restores when it has come to a step. */
    void killAt(String name, Object... stepAndMore) throws Exception {
        Object[] arguments =
                Stream.concat(Stream.of(folder, name), Stream.of(stepAndMore)).toArray();
        try (ChildProcess child = ChildProcess.startWhole(RestoreProcess.class, temporary, arguments)) {
            child.line(line -> line.startsWith(RestoreProcess.HERE));
            child.kill();
        }
    }
}
