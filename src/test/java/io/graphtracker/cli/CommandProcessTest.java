package io.graphtracker.cli;

import static io.graphtracker.cli.CommandRoot.names;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.graphtracker.GraphTrackerApplication;
import io.graphtracker.backup.ChildProcess;
import io.graphtracker.backup.WholeBackups;
import io.graphtracker.backup.restore.RestoreStep;
import io.graphtracker.cli.CommandRoot.Run;
import io.graphtracker.testing.Thorough;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** The command line as a process of its own: its streams, its exit code, its signals, and its death. */
@Thorough
class CommandProcessTest {

    @TempDir
    Path folder;

    private CommandRoot root;

    @BeforeEach
    void create() throws Exception {
        root = CommandRoot.create(folder.resolve("root"), "Garden");
    }

    @Test
    void theApplicationRunsCommandsAndPrintsNothingButTheirResult() throws Exception {
        String home = "export GRAPH_TRACKER_HOME='" + root.path() + "'";
        try (ChildProcess child =
                ChildProcess.startWholeAfter(home, GraphTrackerApplication.class, folder, "backup", "--json")) {
            assertThat(JsonMapper.shared().readTree(child.rest()).get("ok").asBoolean())
                    .isTrue();
            assertThat(child.awaitExitCode()).isZero();
            assertThat(child.errors()).doesNotContain("DEBUG", "INFO", "WARN");
        }
        WholeBackups.assertAllDescribed(root.backups());
    }

    @Test
    void anUnexpectedErrorHasAnIdAndALogAndNoStackTrace() throws Exception {
        try (ChildProcess child = start(CommandProcess.FAULTY, "backup")) {
            assertThat(child.rest()).isEqualTo(CommandProcess.ENDED + "1\n");
            Matcher message = Pattern.compile("Error: .* \\(error (\\w{8})\\)\\.\n.*The details are in (.*)\\.\n")
                    .matcher(child.errors());
            assertThat(message.find()).as(child.errors()).isTrue();
            Path log = Path.of(message.group(2));
            assertThat(Files.readString(log)).contains(message.group(1), "injected", "\tat io.graphtracker");
            Files.delete(log);
            assertThat(child.errors()).doesNotContain("\tat ");
        }
    }

    /** As in {@code graph-tracker list | head -1}. */
    @DisabledOnOs(OS.WINDOWS)
    @Test
    void aReaderThatHasReadEnoughIsNoFailure() throws Exception {
        root.backUp();
        Path code = folder.resolve("code");
        Path errors = folder.resolve("errors.txt");
        ProcessBuilder pipeline = new ProcessBuilder(
                "sh",
                "-c",
                "{ \"$@\"; echo $? >\"$0\"; } | true",
                code.toString(),
                ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                GraphTrackerApplication.class.getName(),
                "list");
        pipeline.redirectError(errors.toFile());
        pipeline.environment().put("GRAPH_TRACKER_HOME", root.path().toString());

        assertThat(pipeline.start().waitFor(1, TimeUnit.MINUTES)).isTrue();

        assertThat(code).as(Files.readString(errors)).hasContent("141");
        assertThat(errors).isEmptyFile();
    }

    @DisabledOnOs(OS.WINDOWS)
    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void aSignalCancelsTheCommandWhichCleansUp(String signal, int exitCode) throws Exception {
        assumeFalse(signal.equals("INT") && isInterruptIgnored(), "a shell that starts a job ignores SIGINT for it");
        try (ChildProcess child = start(CommandProcess.BACKUP, "backup")) {
            child.line(line -> line.startsWith(CommandProcess.HERE));
            child.signal(signal);
            child.line(CommandProcess.INTERRUPTED::equals);
            child.goOn();
            assertThat(child.awaitExitCode()).isEqualTo(exitCode);
            assertThat(child.errors()).contains("The backup was cancelled.");
        }
        assertThat(names(root.backups())).isEmpty();
    }

    /** Children inherit it, and Java then leaves the signal alone. */
    private static boolean isInterruptIgnored() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .anyMatch(line ->
                                (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
    }

    @Test
    void aKilledBackupLeavesNothingThatTheNextOneDoesNotDelete() throws Exception {
        Path older = root.backUp();
        try (ChildProcess child = start(CommandProcess.BACKUP, "backup")) {
            child.line(line -> line.startsWith(CommandProcess.HERE));
            child.kill();
        }
        Files.createFile(root.backups().resolve(".graph_tracker_20261122_213000.sqlite.part"));

        root.backUp();

        WholeBackups.assertNothingElse(root.backups());
        assertThat(WholeBackups.assertAllDescribed(root.backups())).hasSize(2).contains(older);
    }

    /** Whatever a process has written, the system has: so what a kill leaves is what is there while the process waits. */
    @Test
    void aKilledRestoreLeavesWhollyTheOldOrWhollyTheNew() throws Exception {
        Path backup = root.backUp();
        root.add("House");
        Map<RestoreStep, CommandRoot> left = new EnumMap<>(RestoreStep.class);
        try (ChildProcess child = start(CommandProcess.EACH, "restore", backup, "--yes")) {
            for (RestoreStep step : RestoreStep.values()) {
                child.line((CommandProcess.HERE + step)::equals);
                left.put(step, root.copyTo(folder.resolve(step.code())));
                if (step == RestoreStep.HEALTH_CHECK) {
                    child.kill();
                } else {
                    child.goOn();
                }
            }
        }

        // whichever it is, the command line itself can go on from there
        for (RestoreStep step : List.of(RestoreStep.STAGING, RestoreStep.SWITCHING)) {
            CommandRoot old = left.get(step);
            assertThat(old.projects()).containsExactly("Garden", "House");
            assertDone(old.run("restore", backup.toString(), "--yes"), old);
            assertThat(old.projects()).containsExactly("Garden");
        }
        assertDone(root.run("undo", "--yes"), root);
        assertThat(root.projects()).containsExactly("Garden", "House");
    }

    private static void assertDone(Run run, CommandRoot root) throws Exception {
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(names(root.database().getParent())).containsExactly("graph_tracker.db");
    }

    private ChildProcess start(String step, Object... command) throws Exception {
        Object[] arguments = new Object[command.length + 2];
        arguments[0] = root.path();
        arguments[1] = step;
        System.arraycopy(command, 0, arguments, 2, command.length);
        return ChildProcess.startWhole(CommandProcess.class, folder, arguments);
    }
}
