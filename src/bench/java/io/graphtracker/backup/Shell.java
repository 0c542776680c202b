package io.graphtracker.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Runs shell commands as a user would, and measures them. */
final class Shell {

    private Shell() {}

    /**
     * The duration of a command in seconds.
     *
     * @param arguments its {@code $1}, {@code $2} …
     * @return NaN if it was stopped because it did not end in time
     */
    static double seconds(Duration limit, String command, Path... arguments) throws IOException, InterruptedException {
        String[] line = new String[4 + arguments.length];
        line[0] = "sh";
        line[1] = "-ec";
        line[2] = command;
        line[3] = "sh";
        for (int i = 0; i < arguments.length; i++) {
            line[4 + i] = arguments[i].toString();
        }
        long start = System.nanoTime();
        Process process = new ProcessBuilder(line)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
            return Double.NaN;
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (process.exitValue() != 0) {
            throw new IllegalStateException("\"" + command + "\" ended with " + process.exitValue());
        }
        return seconds;
    }

    static String output(String command) throws IOException {
        try (var reader = new ProcessBuilder("sh", "-c", command).start().inputReader()) {
            return String.join(" ", reader.lines().toList());
        }
    }
}
