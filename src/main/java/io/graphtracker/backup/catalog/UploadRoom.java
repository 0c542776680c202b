package io.graphtracker.backup.catalog;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.ProblemKind;
import io.graphtracker.backup.VolumeSpace;
import io.graphtracker.database.DatabaseUrl;
import java.io.IOException;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The room that uploads may take: not the last of the volume, and where the database in use is on the same one, not what it
 * needs to go on working. A file that a browser sends must never be why nobody can save any more.
 */
@Component
class UploadRoom {

    /** For the write-ahead log, which SQLite empties at 4 MB but which a long reader may let grow, and for the next backup of a planner. */
    static final long RESERVE_BYTES = 100_000_000;

    /** For the small files beside a backup, and for others who write. */
    private static final long MARGIN_BYTES = 1024 * 1024;

    private final VolumeSpace space;
    private final DatabaseUrl database;
    private final long reserveBytes;

    @Autowired
    UploadRoom(VolumeSpace space, DatabaseUrl database) {
        this(space, database, RESERVE_BYTES);
    }

    /** With another reserve for the database, in bytes. */
    UploadRoom(VolumeSpace space, DatabaseUrl database, long reserveBytes) {
        this.space = space;
        this.database = database;
        this.reserveBytes = reserveBytes;
    }

    /**
     * Makes sure that so much more may be written.
     *
     * @throws BackupException {@code not_enough_space} if it may not
     */
    void require(Path folder, long bytes) throws IOException {
        long needed = bytes + MARGIN_BYTES + (sharesVolumeWithDatabase(folder) ? reserveBytes : 0);
        long usable = space.usableBytes(folder);
        if (usable < needed) {
            throw BackupException.of(ProblemKind.SPACE_FOR_UPLOAD, needed, usable, space.volume(folder));
        }
    }

    private boolean sharesVolumeWithDatabase(Path folder) {
        return database instanceof DatabaseUrl.Sqlite(Path file) && space.isShared(folder, file);
    }
}
