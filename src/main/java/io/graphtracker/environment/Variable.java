package io.graphtracker.environment;

/** What a variable is set to, or why it is not. */
public sealed interface Variable {

    /** It is set, and not blank. */
    record Value(String value) implements Variable {}

    /** There is no {@code .env}, and the process environment does not set it either. */
    record NoFile() implements Variable {}

    /** {@code .env} does not mention it. */
    record Absent() implements Variable {}

    /** {@code .env} sets it to nothing, or to blanks. */
    record Blank() implements Variable {}

    /** {@code .env} cannot be read, or not understood. */
    record InvalidFile(EnvFileError error) implements Variable {}

    /** The process environment sets it to what would have to be guessed. */
    record InvalidValue(EnvValueProblem problem) implements Variable {}
}
