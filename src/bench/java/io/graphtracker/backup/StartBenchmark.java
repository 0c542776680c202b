package io.graphtracker.backup;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.graphtracker.BenchmarkPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/**
 * Measures the start of the application from its jar, unpacked, and with the AOT cache of {@code scripts/make-aot-cache},
 * and the first backup after each; and how long commands take each way.
 */
class StartBenchmark {

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final int MEGABYTES = 50;
    private static final Path REPORT = Path.of(System.getProperty("bench.report", "target/benchmarks.md"));
    private static final Path FOLDER =
            Path.of(System.getProperty("bench.folder", "target/bench")).toAbsolutePath();
    private static final Path JAR = Path.of(System.getProperty("bench.jar", "target/graph-tracker-1.0.0-SNAPSHOT.jar"))
            .toAbsolutePath();

    /** One way to start it. */
    private static final class Way {

        private final List<String> arguments;
        private final Figures start = new Figures();
        private final Figures first = new Figures();
        private final Figures later = new Figures();

        Way(String... arguments) {
            this.arguments = List.of(arguments);
        }

        void add(ApplicationProbe.Run run) {
            start.add(run.start());
            first.add(run.backups().getFirst());
            Figures others = new Figures();
            run.backups().stream().skip(1).forEach(others::add);
            later.add(others.median());
        }
    }

    @Test
    void measure() throws Exception {
        assumeTrue(Files.isRegularFile(JAR), JAR + " is needed");
        assumeTrue(Runtime.version().feature() >= 25, "Java 25 is needed");
        Path unpacked = FOLDER.resolve("with-cache");
        FileSystemUtils.deleteRecursively(unpacked);
        Files.createDirectories(FOLDER);
        makeCache(unpacked);
        String jar = unpacked.resolve(JAR.getFileName()).toString();
        String cache = "-XX:AOTCache=" + unpacked.resolve("graph-tracker.aot");
        Map<String, Way> ways = new LinkedHashMap<>();
        ways.put("`java -jar`", new Way("-jar", JAR.toString()));
        ways.put("unpacked", new Way("-jar", jar));
        ways.put("**AOT cache as documented**", new Way(cache, "-jar", jar));
        // Java compiles at once what the recorded start did, which might delay the first backups
        ways.put(
                "AOT cache without its profiles",
                new Way(cache, "-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTReplayTraining", "-jar", jar));
        BenchDatabase database = BenchDatabase.create(FOLDER.resolve("live-start.db"), MEGABYTES * 1_000_000L);
        database.checkpoint();
        ApplicationProbe probe =
                new ApplicationProbe(Files.createDirectories(FOLDER.resolve("start")), database.file(), () -> {});
        CommandFigures commands = new CommandFigures(FOLDER.resolve("commands"), database.file());
        commands.add("`java -jar`", List.of(ApplicationProbe.java(), "-jar", JAR.toString()));
        commands.add("unpacked", List.of(ApplicationProbe.java(), "-jar", jar));
        commands.add(
                "**AOT cache as documented**",
                List.of(unpacked.resolve("graph-tracker").toString()));
        for (int round = 0; round < ROUNDS; round++) {
            for (Way way : ways.values()) {
                way.add(probe.run(way.arguments));
            }
            commands.measure();
        }
        BenchmarkPage.write(REPORT, "start", page(ways, commands, size(unpacked)));
        FileSystemUtils.deleteRecursively(FOLDER.resolve("commands"));
        Files.delete(database.file());
        FileSystemUtils.deleteRecursively(unpacked);
    }

    private static void makeCache(Path unpacked) throws IOException, InterruptedException {
        ProcessBuilder script =
                new ProcessBuilder("scripts/make-aot-cache", JAR.toString(), unpacked.toString()).inheritIO();
        script.environment()
                .put(
                        "JAVA_HOME",
                        Path.of(ApplicationProbe.java()).getParent().getParent().toString());
        assumeTrue(script.start().waitFor() == 0, "the AOT cache could not be made");
    }

    private static long size(Path unpacked) throws IOException {
        return Files.size(unpacked.resolve("graph-tracker.aot")) / 1_000_000;
    }

    private static String page(Map<String, Way> ways, CommandFigures commands, long megabytes) {
        List<String> lines = new ArrayList<>(List.of(
                "## The start",
                "",
                "From the command until the application answers over HTTP, and its backups of a database of "
                        + MEGABYTES + " MB, five seconds later; " + ROUNDS + " rounds. The cache takes " + megabytes
                        + " MB.",
                "",
                "| started by | start | ÷ `java -jar` | first backup | later ones | first ÷ first of `java -jar` |",
                "| --- | --- | --- | --- | --- | --- |"));
        Way plain = ways.values().iterator().next();
        ways.forEach((name, way) -> lines.add(new StringJoiner(" | ", "| ", " |")
                .add(name)
                .add(way.start.text(" s"))
                .add(way.start.over(plain.start).text(""))
                .add(way.first.text(" s"))
                .add(way.later.text(" s"))
                .add(way.first.over(plain.first).text(""))
                .toString()));
        lines.addAll(List.of("", "Commands, from their start to their end, with the same database:", ""));
        lines.addAll(commands.table());
        return String.join("\n", lines) + "\n";
    }
}
