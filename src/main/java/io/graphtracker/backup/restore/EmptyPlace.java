package io.graphtracker.backup.restore;

import io.graphtracker.environment.StartupException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A place without a database, beside which a restore left one. To begin with an empty database there would look as if all
 * projects were lost, and once one is there, what a restore left is cleared away: it may be the only copy.
 */
final class EmptyPlace {

    private EmptyPlace() {}

    /**
     * Refuses a database without a byte, before anything is recovered: no restore ever leaves one, and recovery takes it for a
     * database.
     *
     * @throws StartupException that says what lies there and what to do
     */
    static void requireNothingToLose(DatabaseFiles files) throws IOException {
        if (Files.exists(files.database()) && Files.size(files.database()) == 0) {
            refuseIfLeft(files, "empty");
        }
    }

    /**
     * Refuses a database that is missing even after recovery.
     *
     * @throws StartupException that says what lies there and what to do
     */
    static void requireNothingLeft(DatabaseFiles files) throws IOException {
        if (!Files.exists(files.database())) {
            refuseIfLeft(files, "missing");
        }
    }

    private static void refuseIfLeft(DatabaseFiles files, String state) throws IOException {
        Optional<Path> left = left(files);
        if (left.isPresent()) {
            throw new StartupException(
                    "The database " + files.database() + " is " + state + ", but a restore left another one: "
                            + left.get() + ".",
                    "Put the database file back to where it was, and start again. If it is lost, move that one to its place, "
                            + "together with what lies beside it under the same name; or move it to another folder, to begin anew.");
        }
    }

    /** The former database first: what was staged is a copy of a backup. */
    private static Optional<Path> left(DatabaseFiles files) throws IOException {
        for (Path folder : List.of(files.aside(), files.outdated())) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> content = Files.list(folder)) {
                    Optional<Path> former = content.filter(Files::isRegularFile)
                            .filter(file ->
                                    file.getFileName().equals(files.database().getFileName()))
                            .findFirst();
                    if (former.isPresent()) {
                        return former;
                    }
                }
            }
        }
        return Optional.of(files.staged()).filter(Files::exists);
    }
}
