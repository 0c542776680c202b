package io.graphtracker.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.graphtracker.testing.SpecialFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** The address of the server, before Spring Boot has started. */
class ServerAddressPostProcessorTest {

    @TempDir
    Path root;

    @Test
    void theFileSaysWhereToListen() throws IOException {
        Files.writeString(root.resolve(".env"), "export SERVER_PORT=8141\nSERVER_ADDRESS='127.0.0.2' # here\n");

        ConfigurableEnvironment settings = settings(Map.of());

        assertThat(settings.getProperty("server.port")).isEqualTo("8141");
        assertThat(settings.getProperty("server.address")).isEqualTo("127.0.0.2");
    }

    @Test
    void theProcessEnvironmentWinsAndIsReadWithoutItsQuotes() throws IOException {
        Files.writeString(root.resolve(".env"), "SERVER_PORT=8141\n");

        assertThat(settings(Map.of("SERVER_PORT", "8142")).getProperty("server.port"))
                .isEqualTo("8142");
        assertThat(settings(Map.of("SERVER_PORT", "\"8143\" # not 8080")).getProperty("server.port"))
                .isEqualTo("8143");
        assertThat(settings(Map.of("SERVER_PORT", "")).getProperty("server.port"))
                .isEqualTo("8141");
    }

    @Test
    void theCommandLineWinsOverBoth() throws IOException {
        Files.writeString(root.resolve(".env"), "SERVER_PORT=8141\n");
        ConfigurableEnvironment environment = environment(Map.of("SERVER_PORT", "8142"));
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("commandLineArgs", Map.of("server.port", "8144")));

        new ServerAddressPostProcessor().postProcessEnvironment(environment, new SpringApplication());

        assertThat(environment.getProperty("server.port")).isEqualTo("8144");
    }

    @Test
    void whatWouldHaveToBeGuessedStopsTheStart() {
        assertThatExceptionOfType(EnvValueException.class)
                .isThrownBy(() -> settings(Map.of("SERVER_PORT", "8142 # ours")))
                .withMessageStartingWith("SERVER_PORT in the environment");
    }

    /** Opening a pipe would block, before any message is printed. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aPipeInThePlaceOfTheFileStopsTheStartAtOnce() throws Exception {
        SpecialFiles.pipe(root.resolve(".env"));

        assertThatExceptionOfType(EnvFileException.class)
                .isThrownBy(() -> settings(Map.of()))
                .withMessageContaining("a pipe, a socket or a device");
    }

    private ConfigurableEnvironment settings(Map<String, Object> process) {
        ConfigurableEnvironment environment = environment(process);
        new ServerAddressPostProcessor().postProcessEnvironment(environment, new SpringApplication());
        return environment;
    }

    private ConfigurableEnvironment environment(Map<String, Object> process) {
        Map<String, Object> variables = new HashMap<>(process);
        variables.put(ProjectRoot.VARIABLE, root.toString());
        String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().replace(name, new SystemEnvironmentPropertySource(name, variables));
        return environment;
    }
}
