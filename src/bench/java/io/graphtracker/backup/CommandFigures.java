package io.graphtracker.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** How long commands take, from the shell's view, for each way to run them. */
final class CommandFigures {

    private static final List<String> COMMANDS = List.of("--version", "list", "backup");

    private final Map<String, List<String>> ways = new LinkedHashMap<>();
    private final Map<String, Map<String, Figures>> seconds = new LinkedHashMap<>();
    private final Path home;
    private final Path database;

    /** @param home the project root, which is created with a backups folder */
    CommandFigures(Path home, Path database) throws IOException {
        this.home = Files.createDirectories(home);
        this.database = database;
        Files.writeString(home.resolve(".env"), "BACKUPS_DIR=backups\n");
    }

    /** Adds a way: what comes before the command. The first is compared with the others. */
    void add(String name, List<String> before) {
        ways.put(name, before);
        Map<String, Figures> figures = new LinkedHashMap<>();
        COMMANDS.forEach(command -> figures.put(command, new Figures()));
        seconds.put(name, figures);
    }

    /** Runs each command each way once. */
    void measure() throws IOException, InterruptedException {
        for (String command : COMMANDS) {
            for (Map.Entry<String, List<String>> way : ways.entrySet()) {
                seconds.get(way.getKey()).get(command).add(run(way.getValue(), command));
            }
        }
    }

    private double run(List<String> before, String command) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(before);
        line.add(command);
        ProcessBuilder builder = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("output.txt").toFile());
        builder.environment().put("GRAPH_TRACKER_HOME", home.toString());
        builder.environment().put("DATABASE_URL", "sqlite:///" + database);
        long begin = System.nanoTime();
        Process process = builder.start();
        process.getOutputStream().close();
        int code = process.waitFor();
        double taken = (System.nanoTime() - begin) / 1e9;
        if (code != 0) {
            throw new IOException(line + " ended with " + code + ": " + Files.readString(home.resolve("output.txt")));
        }
        return taken;
    }

    /** A table with a row for each way. */
    List<String> table() {
        StringJoiner head = new StringJoiner(" | ", "| run by | ", " |");
        StringJoiner line = new StringJoiner(" | ", "| --- | ", " |");
        COMMANDS.forEach(command -> {
            head.add("`" + command + "`").add("÷");
            line.add("---").add("---");
        });
        List<String> lines = new ArrayList<>(List.of(head.toString(), line.toString()));
        Map<String, Figures> first = seconds.values().iterator().next();
        seconds.forEach((name, figures) -> {
            StringJoiner row = new StringJoiner(" | ", "| " + name + " | ", " |");
            figures.forEach((command, taken) ->
                    row.add(taken.text(" s")).add(taken.over(first.get(command)).text("")));
            lines.add(row.toString());
        });
        return lines;
    }
}
