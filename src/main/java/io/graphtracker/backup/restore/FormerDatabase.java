package io.graphtracker.backup.restore;

import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * What a restore replaced and kept as files, beside the database in use.
 *
 * @param name of its folder, which names it
 * @param folder where that is, absolute
 * @param database the name of the database's own file in it
 * @param at when it was replaced
 * @param usable whether it could be opened and read then
 * @param sizeBytes of all its files
 * @param readable whether the application may read it; if not, nothing but its name tells of it
 * @param missing the names of files that belong to it and are not there
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

    /** Whether it may be offered to be put back without a closer look. */
    boolean isOnOffer() {
        return usable && missing.isEmpty();
    }

    Path file() {
        return folder.resolve(database);
    }
}
