package io.graphtracker.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An unfinished file could not be deleted. It is a suppressed exception of the failure that made the file useless, so
 * that the message does not claim that nothing was kept.
 */
public final class LeftBehindException extends IOException {

    private final transient Path file;

    public LeftBehindException(Path file, IOException cause) {
        super(file + " could not be deleted", cause);
        this.file = file;
    }

    /** The file that a failure left behind, if any. */
    static Optional<Path> of(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> Arrays.stream(cause.getSuppressed()))
                .filter(LeftBehindException.class::isInstance)
                .map(left -> ((LeftBehindException) left).file)
                .findFirst();
    }
}
