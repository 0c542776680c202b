package io.graphtracker.backup;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Deletes files that a crash of one kind of work left in the backups folder. Called once after the start, on another
 * thread.
 */
public interface LeftoverCleanup {

    /**
     * Deletes the leftovers, but nothing that another process may still be writing.
     *
     * @param folder exists
     * @throws BackupException if that is impossible now, and not worth a warning
     */
    void deleteLeftovers(Path folder) throws IOException;
}
