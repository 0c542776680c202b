package io.graphtracker.backup.restore;

import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * A database that a restore replaced, and kept as files beside the live one because no restorable backup could be made
 * of it.
 *
 * @param name of its folder, which identifies it
 * @param folder absolute
 * @param database the name of the database's own file in it
 * @param at when it was replaced
 * @param usable whether it could be opened and read then
 * @param sizeBytes of all its files
 * @param readable whether the application may read it; if not, only its name is known
 * @param missing the names of its files that are missing
 */
public record FormerDatabase(
        String name,
        Path folder,
        String database,
        ZonedDateTime at,
        FormerDatabaseReason reason,
        boolean usable,
        long sizeBytes,
        boolean readable,
        List<String> missing) {

    /** Whether an undo may be offered without reading it. */
    boolean isOnOffer() {
        return usable && missing.isEmpty();
    }

    Path file() {
        return folder.resolve(database);
    }
}
