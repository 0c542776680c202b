package io.graphtracker.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.condition.OS;

/** File names that Java may be unable to write, depending on the locale: a shell creates them from bytes. */
public final class RawNames {

    private RawNames() {}

    /** Whether this JVM reads and writes the names of files as UTF-8, which the locale it was started in decides. */
    public static boolean areUtf8() {
        return StandardCharsets.UTF_8.name().equals(System.getProperty("sun.jnu.encoding"));
    }

    /** Skips a test where this JVM cannot give a file such a name. */
    public static void assumePossible(String name) {
        assumeTrue(isPossible(name), "the locale has not all characters of " + name);
    }

    /** Whether this JVM can give a file such a name. */
    public static boolean isPossible(String name) {
        String encoding = System.getProperty("sun.jnu.encoding");
        return OS.WINDOWS.isCurrentOs()
                || Charset.forName(encoding).newEncoder().canEncode(name);
    }

    /**
     * Creates empty files.
     *
     * @param names as {@code printf} understands them: bytes that are not ASCII as three octal digits after a backslash
     */
    public static void create(Path folder, String... names) throws IOException, InterruptedException {
        run(folder, ": >", names);
    }

    /** The same for folders. */
    public static void createFolders(Path folder, String... names) throws IOException, InterruptedException {
        run(folder, "mkdir", names);
    }

    private static void run(Path folder, String command, String... names) throws IOException, InterruptedException {
        for (String name : names) {
            Process made = new ProcessBuilder("sh", "-c", command + " \"$(printf '" + name + "')\"")
                    .directory(folder.toFile())
                    .start();
            assumeTrue(made.waitFor() == 0, "this file system takes no names but UTF-8");
        }
    }
}
