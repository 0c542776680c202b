package io.graphtracker.environment;

/** The value of a variable, or the reason why it has none. */
public sealed interface Variable {

    /** A value that is not blank. */
    record Value(String value) implements Variable {}

    /** There is no {@code .env}, and the process environment does not set it either. */
    record NoFile() implements Variable {}

    /** {@code .env} does not contain it. */
    record Absent() implements Variable {}

    /** {@code .env} sets it to a blank value. */
    record Blank() implements Variable {}

    /** {@code .env} cannot be read, or is malformed. */
    record InvalidFile(EnvFileError error) implements Variable {}

    /** The process environment sets it to an ambiguous value. */
    record InvalidValue(EnvValueProblem problem) implements Variable {}
}
