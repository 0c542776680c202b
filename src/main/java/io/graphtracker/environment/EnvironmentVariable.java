package io.graphtracker.environment;

/** The value of a variable, or the reason why it has none. */
public sealed interface EnvironmentVariable {

    /** A value that is not blank. */
    record Value(String value) implements EnvironmentVariable {}

    /** There is no {@code .env}, and the process environment does not set it either. */
    record NoFile() implements EnvironmentVariable {}

    /** {@code .env} does not contain it. */
    record Absent() implements EnvironmentVariable {}

    /** {@code .env} sets it to a blank value. */
    record Blank() implements EnvironmentVariable {}

    /** {@code .env} cannot be read, or is malformed. */
    record InvalidFile(EnvFileError error) implements EnvironmentVariable {}

    /** The process environment sets it to an ambiguous value. */
    record InvalidValue(EnvValueProblem problem) implements EnvironmentVariable {}
}
