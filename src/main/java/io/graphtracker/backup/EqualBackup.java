package io.graphtracker.backup;

import java.io.IOException;
import java.util.Optional;

/** Finds the backup that a new one would only repeat. */
@FunctionalInterface
public interface EqualBackup {

    /** For backups that are always made. */
    EqualBackup NONE = sha256 -> Optional.empty();

    /**
     * The backup to use instead of a new one.
     *
     * @param sha256 of the verified copy, in lower-case hexadecimal
     */
    Optional<Backup> of(String sha256) throws IOException;
}
