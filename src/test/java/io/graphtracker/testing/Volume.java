package io.graphtracker.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.opentest4j.TestAbortedException;

/**
 * What only root may do with file systems, so that a test can make the fault it speaks of: mounts, and attributes of
 * files. All is taken back at the end. A test that needs what this machine does not allow is skipped.
 */
public final class Volume implements AutoCloseable {

    /**
     * For a shell: what makes permissions bind root. It then runs the arguments of the shell, and nothing that follows.
     *
     * @see <a href="https://man7.org/linux/man-pages/man7/capabilities.7.html">capabilities(7)</a>
     */
    public static final String WITHOUT_PRIVILEGES =
            "exec setpriv --bounding-set=-dac_override,-dac_read_search,-fowner \"$@\"";

    private static final long PATIENCE_SECONDS = 30;

    private final Deque<List<String>> cleanup = new ArrayDeque<>();

    /** Mounts memory on a folder, which is made. */
    public Path memory(Path folder, String options) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        doOrSkip("mount", "-t", "tmpfs", "-o", options, "tmpfs", folder.toString());
        cleanup.push(List.of("umount", "-l", folder.toString()));
        return folder;
    }

    /** Mounts a file or a folder on itself, as containers have single files. */
    public void bind(Path path) throws IOException, InterruptedException {
        doOrSkip("mount", "--bind", path.toString(), path.toString());
        cleanup.push(List.of("umount", "-l", path.toString()));
    }

    /** Makes a mounted folder read-only from now on. */
    public void makeReadOnly(Path mounted) throws IOException, InterruptedException {
        doOrSkip("mount", "-o", "remount,ro,bind", mounted.toString());
    }

    /**
     * Gives a file or a folder one of the attributes that bind root, too: {@code a} append-only, {@code i} immutable.
     */
    public void attribute(Path path, char attribute) throws IOException, InterruptedException {
        doOrSkip("chattr", "+" + attribute, path.toString());
        cleanup.push(List.of("chattr", "-" + attribute, path.toString()));
    }

    private static void doOrSkip(String... command) throws IOException, InterruptedException {
        String problem = run(List.of(command));
        if (problem != null) {
            throw new TestAbortedException("Not to be had here: " + String.join(" ", command) + ": " + problem);
        }
    }

    /** What it says if it fails, else null. */
    private static String run(List<String> command) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            return e.getMessage();
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0 ? null : output;
    }

    /** Gives a file or a folder to a user that nobody is. */
    public static void giveToNobody(Path path) throws IOException, InterruptedException {
        doOrSkip("chown", "-h", "65534:65534", path.toString());
        doOrSkip("setpriv", "--version");
    }

    @Override
    public void close() throws IOException, InterruptedException {
        while (!cleanup.isEmpty()) {
            String problem = run(cleanup.pop());
            if (problem != null) {
                throw new IOException(problem);
            }
        }
    }
}
