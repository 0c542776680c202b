package io.graphtracker;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.testing.InstalledCommands;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.yaml.snakeyaml.Yaml;

/** The files of {@code scripts/deployment}, as far as they can be checked without a service manager and an engine. */
@DisabledOnOs(OS.WINDOWS)
class DeploymentTest {

    private static final Path FOLDER = Path.of("scripts/deployment");
    private static final Path UNIT = FOLDER.resolve("graph-tracker.service");

    /** As systemd counts, from 0 to 100; docs/deployment.md names the present one. */
    private static final int MOST_EXPOSED = 12;

    @Test
    void systemdUnderstandsTheUnitAndFindsItHardened() throws Exception {
        InstalledCommands.of("systemd-analyze").require();

        assertThat(run("systemd-analyze", "verify", "--man=no", UNIT.toString()))
                .isEqualTo("0: ");
        assertThat(run(
                        "systemd-analyze",
                        "security",
                        "--offline=true",
                        "--no-pager",
                        "--threshold=" + MOST_EXPOSED,
                        UNIT.toString()))
                .startsWith("0: ");
    }

    /** Java compiles code while it runs, and SQLite's library is loaded from the temporary folder. */
    @Test
    void theUnitForbidsNothingThatJavaNeeds() throws IOException {
        assertThat(Files.readAllLines(UNIT))
                .doesNotContain("MemoryDenyWriteExecute=yes", "NoExecPaths=/", "NoExecPaths=/tmp", "ProcSubset=pid")
                .contains("SuccessExitStatus=143");
    }

    /** The rules of hadolint, which is not to be had for these tests, as far as they concern this file. */
    @Test
    void theContainerfileIsClean() throws IOException {
        String file = Files.readString(FOLDER.resolve("Containerfile"));

        assertThat(matches(file, "(?m)^FROM (\\S+)(?: AS \\w+)?$"))
                .hasSize(2)
                // a tag that names one build, never "latest"
                .allMatch(image -> image.matches("eclipse-temurin:\\d+\\.\\d+\\.\\d+_\\d+-(jdk|jre)-noble"));
        assertThat(file)
                .doesNotContain("ADD ", "sudo", "curl ", "wget ", "apt-get", "MAINTAINER")
                .contains("VOLUME [\"/data\", \"/backups\"]", "HEALTHCHECK ");
        assertThat(matches(file, "(?m)^USER (\\S+)$")).containsExactly("10001:10001");
        assertThat(matches(file, "(?m)^WORKDIR (\\S+)$")).allMatch(folder -> folder.startsWith("/"));
        // the form of a list: without a shell, SIGTERM reaches Java
        assertThat(matches(file, "(?m)^ENTRYPOINT (.)")).containsExactly("[");
        // in the order of the layers, which Spring Boot names
        assertThat(matches(file, "/layers/([\\w-]+)/ "))
                .containsExactly("dependencies", "spring-boot-loader", "snapshot-dependencies", "application");
    }

    @Test
    void theExampleForComposePublishesOnThisMachineOnly() throws IOException {
        Map<String, Map<String, Map<String, Object>>> compose =
                new Yaml().load(Files.readString(FOLDER.resolve("compose.yaml")));
        Map<String, Object> service = compose.get("services").get("graph-tracker");

        assertThat(service.get("ports")).isEqualTo(List.of("127.0.0.1:8080:8080"));
        assertThat(service.get("volumes")).isEqualTo(List.of("data:/data", "backups:/backups"));
        assertThat(service.get("read_only")).isEqualTo(true);
        assertThat(compose.get("volumes").keySet()).isEqualTo(Set.of("data", "backups"));
        String image = (String) service.get("image");
        assertThat(Files.readString(Path.of("pom.xml"))).contains("<version>" + image.split(":")[1] + "</version>");
    }

    @Test
    void theScriptForTheCacheSaysWhatItNeeds() throws Exception {
        assertThat(run("scripts/make-aot-cache")).startsWith("2: usage: ");
        String java = ProcessHandle.current().info().command().orElseThrow();
        Path home = Path.of(java).getParent().getParent();
        assertThat(run(Map.of("JAVA_HOME", home.toString()), "scripts/make-aot-cache", "no.jar", "target/none"))
                .matches("(?s)1: (no\\.jar does not exist: build it|.* is Java 2[1-4]; an AOT cache needs Java 25).*");
        assertThat(Path.of("target/none")).doesNotExist();
    }

    private static List<String> matches(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static String run(String... command) throws IOException, InterruptedException {
        return run(Map.of(), command);
    }

    /** The exit code and the output of a command. */
    private static String run(Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return process.exitValue() + ": " + output;
    }
}
