package io.graphtracker.environment;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Passes the address and port of the server from {@code .env} to Spring Boot; all other variables are read where they
 * are needed. Spring Boot itself would read the process environment only, including the quotes that
 * {@code docker --env-file} passes.
 */
class ServerAddressPostProcessor implements EnvironmentPostProcessor {

    private static final Map<String, String> PROPERTIES =
            Map.of("SERVER_ADDRESS", "server.address", "SERVER_PORT", "server.port");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        ProcessEnvironment process = new ProcessEnvironment(environment);
        EnvironmentVariables variables = new EnvironmentVariables(process, new ProjectRoot(process));
        Map<String, Object> settings = new LinkedHashMap<>();
        PROPERTIES.forEach((variable, property) ->
                variables.readAtStart(variable).ifPresent(value -> settings.put(property, value)));
        environment
                .getPropertySources()
                .addBefore(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new MapPropertySource(".env", settings));
    }
}
