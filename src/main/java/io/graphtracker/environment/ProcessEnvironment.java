package io.graphtracker.environment;

import java.util.Optional;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.stereotype.Component;

/**
 * The variables the process was started with. Values are taken as they are: Spring's own lookup would replace
 * <code>${…}</code> in them, and a setting is never guessed.
 */
@Component
public class ProcessEnvironment {

    private final ConfigurableEnvironment environment;

    public ProcessEnvironment(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    /** The value of a variable; a blank one counts as absent. */
    public Optional<String> find(String name) {
        return environment.getPropertySources().stream()
                .map(source -> valueIn(source, name))
                .flatMap(Optional::stream)
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    private static Optional<String> valueIn(PropertySource<?> source, String name) {
        return Optional.ofNullable(source.getProperty(name)).map(Object::toString);
    }
}
