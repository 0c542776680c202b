package io.graphtracker.backup.restore;

import io.graphtracker.environment.StartupException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Refuses to start without a database if a restore left one beside its place. An empty new database would look as if
 * all projects were lost, and what a restore left, perhaps the only copy, would be deleted beside it.
 *
 * @see "docs/decisions/2026-11-25-what-lies-beside-an-empty-place.md"
 */
final class MissingDatabaseGuard {

    private MissingDatabaseGuard() {}

    /**
     * Refuses a database of zero bytes, before recovery: no restore leaves one, and recovery would take it for a
     * database.
     *
     * @throws StartupException that tells what was found and what to do
     */
    static void requireNothingToLose(DatabaseFiles files) throws IOException {
        if (Files.exists(files.database()) && Files.size(files.database()) == 0) {
            refuseIfLeft(files, "empty");
        }
    }

    /**
     * Refuses a database that is missing even after recovery.
     *
     * @throws StartupException that tells what was found and what to do
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
                    "Put the database file back to where it was, and start again. If it is lost, move that one to its"
                            + " place, together with what lies beside it under the same name; or move it to another"
                            + " folder, to begin anew.");
        }
    }

    /** The former database first: the staged one is only a copy of a backup. */
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
