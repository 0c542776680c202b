package io.graphtracker.environment;

import java.util.Optional;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.stereotype.Component;

/**
 * The variables of the process environment. Placeholders in their values are never replaced; Spring's own lookup
 * would replace <code>${…}</code>. Values that are quoted like a line of {@code .env} are read like one.
 */
@Component
public class ProcessEnvironment {

    private final ConfigurableEnvironment environment;

    public ProcessEnvironment(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    /**
     * The value of a variable; empty if it is blank.
     *
     * @throws EnvValueException if it is ambiguous
     */
    public Optional<String> find(String name) {
        return environment.getPropertySources().stream()
                .map(source -> valueIn(source, name))
                .flatMap(Optional::stream)
                .map(value -> EnvValue.read(name, value))
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    private static Optional<String> valueIn(PropertySource<?> source, String name) {
        return Optional.ofNullable(source.getProperty(name)).map(Object::toString);
    }
}
