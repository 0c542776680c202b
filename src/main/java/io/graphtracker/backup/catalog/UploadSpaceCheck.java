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
 * Limits the space that uploads may use: never all of the volume, and if the live database is on the same volume, not
 * what it needs to keep working. An upload must never keep users from saving.
 */
@Component
class UploadSpaceCheck {

    /**
     * For the write-ahead log, which SQLite checkpoints at 4 MB but which a long reader lets grow, and for the next
     * backup.
     */
    static final long RESERVE_BYTES = 100_000_000;

    /** For checksum and manifest, and for other writers. */
    private static final long MARGIN_BYTES = 1024 * 1024;

    private final VolumeSpace space;
    private final DatabaseUrl database;
    private final long reserveBytes;

    @Autowired
    UploadSpaceCheck(VolumeSpace space, DatabaseUrl database) {
        this(space, database, RESERVE_BYTES);
    }

    /** With another reserve for the database, in bytes. */
    UploadSpaceCheck(VolumeSpace space, DatabaseUrl database, long reserveBytes) {
        this.space = space;
        this.database = database;
        this.reserveBytes = reserveBytes;
    }

    /**
     * Requires space for more bytes.
     *
     * @throws BackupException {@code not_enough_space} if there is too little
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
