package io.graphtracker.environment;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Environments that do not depend on the machine the tests run on. */
public final class TestEnvironment {

    private TestEnvironment() {}

    /** A process with these variables only. */
    public static ProcessEnvironment process(Map<String, Object> variables) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .forEach(source -> environment.getPropertySources().remove(source.getName()));
        environment.getPropertySources().addFirst(new MapPropertySource("variables", variables));
        return new ProcessEnvironment(environment);
    }

    /** The variables of such a process, and of the {@code .env} in a root. */
    public static EnvironmentVariables variables(Path root, Map<String, Object> variables) {
        return new EnvironmentVariables(process(variables), new ProjectRoot(root));
    }
}
