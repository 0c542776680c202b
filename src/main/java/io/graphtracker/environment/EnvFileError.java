package io.graphtracker.environment;

/**
 * An error in a {@code .env} file. It does not contain the line, which may contain a password.
 *
 * @param line the number of the line, from 1; 0 for an error of the whole file
 * @param name the variable that the line seems to set, or empty
 */
public record EnvFileError(int line, EnvFileProblem problem, String name) {

    /** Whether the malformed line could be the one that sets a variable. */
    boolean couldSet(String variable) {
        return name.equals(variable) || (name.isEmpty() && problem.hidesWhatIsSet());
    }

    /** Omits the name, which may actually be a part of a private key. */
    @Override
    public String toString() {
        return problem + " in line " + line;
    }
}
