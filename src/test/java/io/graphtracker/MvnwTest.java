package io.graphtracker;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.testing.Thorough;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Runs the shell test of {@code mvnw}, so that {@code ./mvnw verify} is complete. */
@DisabledOnOs(OS.WINDOWS)
@Thorough
class MvnwTest {

    @Test
    void theShellTestPasses() throws IOException, InterruptedException {
        Process test = new ProcessBuilder("sh", "scripts/tests/mvnw-test.sh")
                .redirectErrorStream(true)
                .start();
        String output = new String(test.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(test.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(test.exitValue()).as(output).isZero();
        assertThat(output).containsPattern("(?m)^\\d\\d passed, 0 failed$");
    }
}
