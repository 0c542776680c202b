package io.graphtracker.environment;

/**
 * What is wrong with a {@code .env} file. The content of the line is not part of it, because it may hold a password.
 *
 * @param line the number of the line, from 1; 0 if it concerns the whole file
 * @param name the variable the line seems to set, or empty
 */
public record EnvFileError(int line, EnvFileProblem problem, String name) {

    /** Whether this could be the line that sets a variable. */
    boolean couldSet(String variable) {
        return name.equals(variable) || (name.isEmpty() && problem.hidesWhatIsSet());
    }

    /** Leaves out the name: what seems to be one may be a line of a private key. */
    @Override
    public String toString() {
        return problem + " in line " + line;
    }
}
