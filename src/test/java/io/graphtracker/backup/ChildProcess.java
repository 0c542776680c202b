package io.graphtracker.backup;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.sqlite.SQLiteConfig;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Another process with a {@code main} of the tests. */
public final class ChildProcess implements AutoCloseable {

    /** Closes the queue of its lines. */
    private static final String END = "\0";

    private static final long PATIENCE_SECONDS = 30;

    private final Process process;
    private final Path errors;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private volatile String lastLine = "";

    private ChildProcess(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
        Thread.ofVirtual().start(() -> read(process.inputReader(StandardCharsets.UTF_8)));
    }

    /**
     * Starts it with what makes backups alone, no Spring, which takes half a second; it keeps its own things, such as
     * SQLite's library, in the temporary folder.
     */
    static ChildProcess start(Class<?> main, Path temporary, Object... arguments) throws IOException {
        return start(new ArrayList<>(), classPath(main), main, temporary, arguments);
    }

    /** Starts it from a shell that has run a command before, for example one that sets a limit. */
    public static ChildProcess startAfter(String shell, Class<?> main, Path temporary, Object... arguments)
            throws IOException {
        return start(
                new ArrayList<>(List.of("sh", "-c", shell + " && exec \"$@\"", "sh")),
                classPath(main),
                main,
                temporary,
                arguments);
    }

    /** Starts it with all that the tests have. */
    public static ChildProcess startWhole(Class<?> main, Path temporary, Object... arguments) throws IOException {
        return start(new ArrayList<>(), System.getProperty("java.class.path"), main, temporary, arguments);
    }

    /** The same from a shell that has run a command before, for example one that changes the environment. */
    public static ChildProcess startWholeAfter(String shell, Class<?> main, Path temporary, Object... arguments)
            throws IOException {
        return start(
                new ArrayList<>(List.of("sh", "-c", shell + " && exec \"$@\"", "sh")),
                System.getProperty("java.class.path"),
                main,
                temporary,
                arguments);
    }

    private static ChildProcess start(
            List<String> command, String classPath, Class<?> main, Path temporary, Object... arguments)
            throws IOException {
        Path errors = Files.createTempFile(temporary, "errors", ".txt");
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "--enable-native-access=ALL-UNNAMED",
                // whoever is killed cannot clean up
                "-Dorg.sqlite.tmpdir=" + temporary,
                "-cp",
                classPath,
                main.getName()));
        Stream.of(arguments).map(Object::toString).forEach(command::add);
        return new ChildProcess(
                new ProcessBuilder(command).redirectError(errors.toFile()).start(), errors);
    }

    /**
     * What making backups needs; without an implementation of SLF4J, which would take longer to start than all the
     * rest.
     */
    private static String classPath(Class<?> main) {
        return Stream.of(
                        BackupProcedure.class,
                        main,
                        SQLiteConfig.class,
                        Logger.class,
                        JsonMapper.class,
                        JacksonException.class,
                        JsonProperty.class)
                .map(ChildProcess::place)
                .collect(Collectors.joining(System.getProperty("path.separator")));
    }

    private static String place(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private void read(BufferedReader output) {
        try (output) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lastLine = line;
                lines.add(line);
            }
        } catch (IOException e) {
            // it was killed
        } finally {
            lines.add(END);
        }
    }

    /** The next line it says. */
    public String line() throws InterruptedException {
        return lineOrEnd().orElseThrow(() -> new IllegalStateException("The process ended: " + errors()));
    }

    /** The next line it says, if it does not end. */
    public Optional<String> lineOrEnd() throws InterruptedException {
        String line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (line == null) {
            throw new IllegalStateException("The process is silent: " + errors());
        }
        return Optional.of(line).filter(said -> !said.equals(END));
    }

    /** The next line of a kind. */
    public String line(Predicate<String> kind) throws InterruptedException {
        String line = line();
        while (!kind.test(line)) {
            line = line();
        }
        return line;
    }

    /** Lets it go on, when it waits for that. */
    public void goOn() throws IOException {
        process.outputWriter().write("\n");
        process.outputWriter().flush();
    }

    /** Kills it, as a power cut or the administrator would. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The process does not die");
        }
    }

    /**
     * Kills it after some time, which it must not spend on ending by itself.
     *
     * @return the last line it said
     */
    public String killAfter(Duration delay) throws InterruptedException {
        if (process.waitFor(delay.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new IllegalStateException("The process ended: " + errors());
        }
        kill();
        while (!END.equals(lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS))) {
            // until all that it said is read
        }
        return lastLine;
    }

    /** Sends it a signal, for example {@code INT}, as Ctrl+C does. */
    public void signal(String name) throws IOException, InterruptedException {
        int exitCode = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
        if (exitCode != 0) {
            throw new IllegalStateException("No signal " + name);
        }
    }

    /** All that it says from now on, to its end. */
    public String rest() throws InterruptedException {
        StringBuilder rest = new StringBuilder();
        for (Optional<String> line = lineOrEnd(); line.isPresent(); line = lineOrEnd()) {
            rest.append(line.get()).append('\n');
        }
        awaitEnd();
        return rest.toString();
    }

    /** Waits for its end, and returns its exit code. */
    public int awaitExitCode() throws InterruptedException {
        awaitEnd();
        return process.exitValue();
    }

    /** Waits until it has ended by itself, whatever it says before. */
    public void awaitEnd() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The process does not end: " + errors());
        }
    }

    /** What it wrote to the standard error. */
    public String errors() {
        try {
            return Files.readString(errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
