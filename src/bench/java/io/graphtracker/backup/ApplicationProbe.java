package io.graphtracker.backup;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Starts the whole application as a user does, and requests backups over HTTP: the first one after a start, and later
 * ones.
 */
final class ApplicationProbe {

    private static final int BACKUPS = 4;

    /** No user requests a backup before the first page is shown. */
    private static final Duration FIRST_LOOK = Duration.ofSeconds(5);

    private static final int LOOK_AGAIN_MILLIS = 10;

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Path JAR = Path.of(System.getProperty("bench.jar", "target/graph-tracker-1.0.0-SNAPSHOT.jar"));
    private static final Path POM = Path.of(System.getProperty("bench.pom", "pom.xml"));
    private static final String NATIVE_ACCESS = "--enable-native-access=ALL-UNNAMED";
    private static final Pattern DURATION = Pattern.compile("\"duration_ms\":(\\d+)");

    private final Path home;
    private final Path database;
    private final Settling settling;
    private final HttpClient client = HttpClient.newHttpClient();

    /** Waits until the writes of earlier measurements are on the disk. */
    interface Settling {
        void settle() throws IOException, InterruptedException;
    }

    /** @param home where {@code .env} is written, and the backups until they are measured */
    ApplicationProbe(Path home, Path database, Settling settling) {
        this.home = home;
        this.database = database;
        this.settling = settling;
    }

    /**
     * One application.
     *
     * @param start the seconds until it answered; NaN if it did not
     * @param backups the duration of each backup in seconds, in order; NaN if it could not be measured
     */
    record Run(double start, List<Double> backups) {}

    /** The duration of each backup of {@code java -jar} in seconds, in order; NaN if it could not be measured. */
    List<Double> fromJar() throws IOException, InterruptedException {
        return run(List.of("-jar", JAR.toAbsolutePath().toString())).backups();
    }

    /**
     * The same with the class path and the flags of {@code ./mvnw spring-boot:run}: Maven itself would compile into the
     * folders this process runs from.
     */
    List<Double> asReadmeSays() throws IOException, InterruptedException {
        Path unpacked = home.resolveSibling("unpacked");
        if (Files.isRegularFile(JAR) && !Files.exists(unpacked)) {
            new ProcessBuilder(
                            java(),
                            "-Djarmode=tools",
                            "-jar",
                            JAR.toString(),
                            "extract",
                            "--destination",
                            "" + unpacked)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start()
                    .waitFor();
        }
        List<String> arguments = new ArrayList<>();
        if (!Files.readString(POM).contains("<optimizedLaunch>false</optimizedLaunch>")) {
            arguments.add("-XX:TieredStopAtLevel=1");
        }
        arguments.addAll(List.of(
                NATIVE_ACCESS,
                // Vaadin's plugin notes it among the classes, and takes the note back when Maven ends
                "-Dvaadin.productionMode=true",
                "-cp",
                Path.of("target/classes").toAbsolutePath()
                        + System.getProperty("path.separator")
                        + unpacked.resolve("lib").resolve("*"),
                "io.graphtracker.GraphTrackerApplication"));
        return run(arguments).backups();
    }

    static String java() {
        return ProcessHandle.current().info().command().orElse("java");
    }

    /** Starts Java with these arguments. */
    Run run(List<String> arguments) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(home.resolve("backups"));
        Files.writeString(home.resolve(".env"), "BACKUPS_DIR=backups\n");
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("log.txt").toFile());
        builder.environment().put("GRAPH_TRACKER_HOME", home.toString());
        builder.environment().put("DATABASE_URL", "sqlite:///" + database);
        builder.environment().put("SERVER_PORT", String.valueOf(port));
        long begin = System.nanoTime();
        Process application = builder.start();
        try {
            return run(application, begin, port, folder);
        } finally {
            application.destroy();
            application.waitFor();
        }
    }

    private Run run(Process application, long begin, int port, Path folder) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + port + "/api/v1/settings/backup-db");
        HttpRequest look = HttpRequest.newBuilder(address).build();
        HttpRequest make = HttpRequest.newBuilder(address)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        long deadline = begin + PATIENCE.toNanos();
        while (!answers(look)) {
            if (!application.isAlive() || System.nanoTime() > deadline) {
                return new Run(Double.NaN, List.of(Double.NaN));
            }
            Thread.sleep(LOOK_AGAIN_MILLIS);
        }
        double start = (System.nanoTime() - begin) / 1e9;
        Thread.sleep(FIRST_LOOK.toMillis());
        List<Double> seconds = new ArrayList<>();
        for (int backup = 0; backup < BACKUPS; backup++) {
            settling.settle();
            Matcher duration = DURATION.matcher(
                    client.send(make, HttpResponse.BodyHandlers.ofString()).body());
            seconds.add(duration.find() ? Integer.parseInt(duration.group(1)) / 1e3 : Double.NaN);
            BenchBackups.empty(folder);
        }
        return new Run(start, seconds);
    }

    private boolean answers(HttpRequest look) throws InterruptedException {
        try {
            return client.send(look, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            // not yet
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
