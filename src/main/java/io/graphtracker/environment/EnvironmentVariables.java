package io.graphtracker.environment;

import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The variables that configure Graph Tracker: those of the process environment, then those of {@code .env} in the
 * project root. The file is read at each call, so correcting it needs no restart.
 */
@Component
public class EnvironmentVariables {

    private final ProcessEnvironment process;
    private final ProjectRoot root;

    public EnvironmentVariables(ProcessEnvironment process, ProjectRoot root) {
        this.process = process;
        this.root = root;
    }

    /**
     * The current value of a variable. A value of the process environment that is not blank takes precedence; the
     * file is not read then.
     */
    public EnvironmentVariable read(String name) {
        try {
            return process.find(name)
                    .<EnvironmentVariable>map(EnvironmentVariable.Value::new)
                    .orElseGet(() -> readFromFile(name));
        } catch (EnvValueException e) {
            return new EnvironmentVariable.InvalidValue(e.problem());
        }
    }

    private EnvironmentVariable readFromFile(String name) {
        EnvFile file = EnvFile.read(root.envFile());
        if (!file.exists()) {
            return new EnvironmentVariable.NoFile();
        }
        if (!file.errors().isEmpty()) {
            return new EnvironmentVariable.InvalidFile(file.errors().getFirst());
        }
        String value = file.values().get(name);
        if (value == null) {
            return new EnvironmentVariable.Absent();
        }
        return value.isBlank() ? new EnvironmentVariable.Blank() : new EnvironmentVariable.Value(value);
    }

    /**
     * The value of a variable that is read once, at startup, if it is set. Malformed lines that concern other
     * variables do not prevent the start; they are reported where those variables are needed.
     *
     * @throws EnvFileException if a malformed line seems to set this variable, or could set it: the default might not
     *     be meant
     * @throws EnvValueException if the process environment sets it to an ambiguous value
     */
    public Optional<String> readAtStart(String name) {
        return process.find(name).or(() -> readFromFileAtStart(name));
    }

    private Optional<String> readFromFileAtStart(String name) {
        EnvFile file = EnvFile.read(root.envFile());
        for (EnvFileError error : file.errors()) {
            if (error.couldSet(name)) {
                throw new EnvFileException(name, error);
            }
        }
        return Optional.ofNullable(file.values().get(name)).filter(value -> !value.isBlank());
    }
}
