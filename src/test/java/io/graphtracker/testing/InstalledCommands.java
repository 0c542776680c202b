package io.graphtracker.testing;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Commands of the machine that a test runs. Without one of them the test is skipped and says what to install; under
 * {@code CI=true} it fails instead, so that CI never passes by testing nothing.
 */
public final class InstalledCommands implements BeforeAllCallback {

    private final List<String> names;

    private InstalledCommands(List<String> names) {
        this.names = names;
    }

    public static InstalledCommands of(String... names) {
        return new InstalledCommands(List.of(names));
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        require();
    }

    /** Skips or fails the test if one of them is missing. */
    public void require() {
        List<String> missing =
                names.stream().filter(name -> find(name).isEmpty()).toList();
        if (!missing.isEmpty()) {
            skip("This test needs " + String.join(", ", missing) + " on the PATH (Debian: apt-get install "
                    + String.join(" ", missing) + ").");
        }
    }

    /** The path of a command, if it is on the PATH. */
    static Optional<Path> find(String name) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Skips or fails a test that lacks something. */
    public static void skip(String sentence) {
        if ("true".equals(System.getenv("CI"))) {
            throw new IllegalStateException(sentence);
        }
        Assumptions.abort(sentence);
    }
}
