package io.graphtracker.backup.restore;

import static io.graphtracker.backup.restore.RestoreRoot.add;
import static io.graphtracker.backup.restore.RestoreRoot.backUp;
import static io.graphtracker.backup.restore.RestoreRoot.delete;
import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.backup.ChildProcess;
import io.graphtracker.testing.Depth;
import io.graphtracker.testing.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * A root with a backup of Garden and House, since when House was deleted and Boat was added, and what is left in it of
 * processes that are killed.
 *
 * <p>Whatever a process has written, the system has: so what a kill leaves is what lies there while the process waits.
 * Usually one process comes to all steps, and all there is is copied at each; with {@link Depth}, each step has a
 * process of its own, which is killed.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RestoreKillFixture {

    RestoreRoot root;
    String backup;

    /** What was left at each step, by what was asked of the process. */
    private final Map<List<Object>, Map<String, Path>> left = new HashMap<>();

    private Path temporary;
    private Path folder;

    @BeforeAll
    void create(@TempDir Path temporary) throws Exception {
        this.temporary = temporary;
        folder = Files.createDirectory(temporary.resolve("root"));
        root = RestoreRoot.create(folder, "Garden", "House");
        try (AnnotationConfigApplicationContext context = root.start()) {
            backup = backUp(context).file().getFileName().toString();
            delete(context, "House");
            add(context, "Boat");
        }
    }

    /** What is in the root now, to begin with. */
    Path copyOfRoot() throws IOException {
        Path copy = Files.createTempDirectory(temporary, "copy").resolve("root");
        FileTree.copy(folder, copy);
        return copy;
    }

    /**
     * Brings the root to where a process that restores leaves it when it is killed at a step.
     *
     * @param before what is in the root when the process starts
     */
    void killAt(Path before, String name, String step, Object... more) throws Exception {
        if (Depth.isThorough()) {
            become(before);
            try (ChildProcess child = start(name, step, more)) {
                child.line(line -> line.startsWith(RestoreProcess.HERE));
                child.kill();
            }
            return;
        }
        List<Object> asked =
                Stream.concat(Stream.of(before, name), Stream.of(more)).toList();
        if (!left.containsKey(asked)) {
            become(before);
            left.put(asked, leftAtEachStep(name, more));
        }
        assertThat(left.get(asked)).containsKey(step);
        become(left.get(asked).get(step));
    }

    private Map<String, Path> leftAtEachStep(String name, Object... more) throws Exception {
        Map<String, Path> copies = new HashMap<>();
        try (ChildProcess child = start(name, RestoreProcess.EACH, more)) {
            for (Optional<String> line = child.lineOrEnd(); line.isPresent(); line = child.lineOrEnd()) {
                if (line.get().startsWith(RestoreProcess.HERE)) {
                    copies.putIfAbsent(line.get().substring(RestoreProcess.HERE.length()), copyOfRoot());
                    child.goOn();
                }
            }
        }
        return copies;
    }

    private ChildProcess start(String name, String step, Object... more) throws IOException {
        Object[] arguments =
                Stream.concat(Stream.of(folder, name, step), Stream.of(more)).toArray();
        return ChildProcess.startWhole(RestoreProcess.class, temporary, arguments);
    }

    private void become(Path copy) throws IOException {
        FileSystemUtils.deleteRecursively(folder);
        FileTree.copy(copy, folder);
    }
}
