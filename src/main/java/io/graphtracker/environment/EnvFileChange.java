package io.graphtracker.environment;

import java.io.IOException;

/** What became of a change of {@code .env}. Unless it was made, the file is as it was before. */
public sealed interface EnvFileChange {

    /** It was made. */
    record Made() implements EnvFileChange {}

    /** The process environment sets the variable, and takes precedence. */
    record SetInEnvironment() implements EnvFileChange {}

    /** The file contains a value already, which somebody may have written meanwhile. */
    record SetAlready() implements EnvFileChange {}

    /** The file is a symbolic link: others may depend on its target, or on the link. */
    record Link() implements EnvFileChange {}

    /** This process may not write to the file. */
    record ReadOnly() implements EnvFileChange {}

    /** The file cannot be read, or is malformed. */
    record InvalidFile(EnvFileError error) implements EnvFileChange {}

    /** No line of the file could contain the value, for example because it has quotes of both kinds and a comment. */
    record InvalidValue() implements EnvFileChange {}

    /** The system refused to write the file. */
    record Failed(IOException cause) implements EnvFileChange {}
}
