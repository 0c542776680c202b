package io.graphtracker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The commands of docs/operations.md, to be run as written. */
final class OperationsGuide {

    private static final String VALUES = "The values";
    private static final Pattern HEADING = Pattern.compile("## (.*)");
    private static final Pattern ASSIGNMENT = Pattern.compile("(\\w+)=\\S+");

    private final Map<String, List<String>> commands;
    private final Set<String> run = new HashSet<>();

    private OperationsGuide(Map<String, List<String>> commands) {
        this.commands = commands;
    }

    /** The exit code and the output of a shell. */
    record Result(int exitStatus, String output) {}

    static OperationsGuide read() throws IOException {
        Map<String, List<String>> commands = new LinkedHashMap<>();
        String heading = "";
        StringBuilder block = null;
        for (String line : Files.readAllLines(Path.of("docs/operations.md"))) {
            var section = HEADING.matcher(line);
            if (section.matches()) {
                heading = section.group(1);
            } else if (line.strip().equals("```sh")) {
                block = new StringBuilder();
            } else if (block != null && line.strip().equals("```")) {
                commands.computeIfAbsent(heading, key -> new ArrayList<>()).add(block.toString());
                block = null;
            } else if (block != null) {
                block.append(line).append('\n');
            }
        }
        return new OperationsGuide(commands);
    }

    /**
     * Runs blocks of a section one after another in one shell, which ends at the first command that fails.
     *
     * @param values replacements for the example values of the guide
     * @param first the number of the first block, from 1
     * @param last the number of the last one
     */
    Result run(String section, int first, int last, Map<String, String> values)
            throws IOException, InterruptedException {
        assertThat(values.keySet()).isEqualTo(valuesToAdapt());
        String script = values.entrySet().stream()
                .map(value -> value.getKey() + "='" + value.getValue() + "'\n")
                .collect(Collectors.joining());
        for (int number = first; number <= last; number++) {
            String block = commands.get(section).get(number - 1);
            run.add(block);
            script += block;
        }
        return shell(script);
    }

    private static Result shell(String script) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-eu", "-c", script).redirectErrorStream(true);
        // a proxy of this machine does not know the server of a test
        builder.environment()
                .keySet()
                .removeIf(name -> name.toLowerCase(Locale.ROOT).endsWith("_proxy"));
        // the guide shows what the tools say in English; file names keep the locale's encoding
        builder.environment().put("LANGUAGE", "en");
        String java = Path.of(System.getProperty("java.home"), "bin").toString();
        builder.environment().merge("PATH", java, (path, first) -> first + File.pathSeparator + path);
        Process shell = builder.start();
        shell.getOutputStream().close();
        String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Result(shell.exitValue(), output);
    }

    private Set<String> valuesToAdapt() {
        return commands.get(VALUES)
                .getFirst()
                .lines()
                .map(ASSIGNMENT::matcher)
                .peek(line -> assertThat(line.matches()).isTrue())
                .map(line -> line.group(1))
                .collect(Collectors.toSet());
    }

    /** The commands that have not been run yet. */
    List<String> neverRun() {
        return commands.entrySet().stream()
                .filter(section -> !section.getKey().equals(VALUES))
                .flatMap(section -> section.getValue().stream())
                .filter(block -> !run.contains(block))
                .toList();
    }
}
