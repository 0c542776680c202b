package io.graphtracker.environment;

import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The variables that configure Graph Tracker: the process environment first, then {@code .env} in the project root. The
 * file is read at each call, so correcting it needs no restart.
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
     * What a variable is set to now. A value from the process environment, if it is not blank, wins over the file, and then
     * the file does not matter at all.
     */
    public Variable read(String name) {
        try {
            return process.find(name).<Variable>map(Variable.Value::new).orElseGet(() -> readFromFile(name));
        } catch (EnvValueException e) {
            return new Variable.InvalidValue(e.problem());
        }
    }

    private Variable readFromFile(String name) {
        EnvFile file = EnvFile.read(root.envFile());
        if (!file.exists()) {
            return new Variable.NoFile();
        }
        if (!file.errors().isEmpty()) {
            return new Variable.InvalidFile(file.errors().getFirst());
        }
        String value = file.values().get(name);
        if (value == null) {
            return new Variable.Absent();
        }
        return value.isBlank() ? new Variable.Blank() : new Variable.Value(value);
    }

    /**
     * The value of a variable that is read once, at the start, if it is set. Lines of the file that concern other variables
     * may be malformed: the application then starts, and says so where they are needed.
     *
     * @throws EnvFileException if what is malformed seems to set this very variable, or could for all that can be told: going
     *     on with the default would be a guess
     * @throws EnvValueException if the process environment sets it to what would have to be guessed
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
