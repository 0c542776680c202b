package io.graphtracker.backup;

import io.graphtracker.database.sqlite.SqliteApplicationId;
import io.graphtracker.database.sqlite.SqliteHeader;
import io.graphtracker.database.sqlite.SqliteSideFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Checks a database file by its header and its length, before SQLite opens it: SQLite rolls back half a file on
 * opening, and then finds it in order. Takes no time, whatever the size of the file.
 */
public final class FileCheck {

    private FileCheck() {}

    /**
     * The first fault of a file that is to be a backup of ours, a kind of {@link BackupProblem#BACKUP_UNUSABLE}; empty
     * if nothing is wrong so far. Never call it for a database that is in use, see {@link SqliteHeader#read}.
     */
    public static Optional<ProblemKind> faultOf(Path file) throws IOException {
        SqliteHeader header = SqliteHeader.read(file).orElse(null);
        if (header == null) {
            return Optional.of(ProblemKind.NOT_A_DATABASE);
        }
        if (header.applicationId() != SqliteApplicationId.VALUE) {
            return Optional.of(foreign(file, header));
        }
        return hasLengthOf(header, file) ? Optional.empty() : Optional.of(ProblemKind.LENGTH);
    }

    /** A database that was copied without its write-ahead log says nothing about itself, not even whose it is. */
    private static ProblemKind foreign(Path file, SqliteHeader header) throws IOException {
        if (!header.isAllInWal()) {
            return ProblemKind.FOREIGN;
        }
        return needsSideFiles(file) ? ProblemKind.SIDE_FILES : ProblemKind.WITHOUT_WAL;
    }

    /** Whether a file is as long as its header says: nothing is missing, and nothing was appended. */
    static boolean hasLengthOf(SqliteHeader header, Path file) throws IOException {
        return header.length() == Files.size(file);
    }

    /** Whether data of a database is in a file beside it. */
    public static boolean needsSideFiles(Path file) throws IOException {
        for (SqliteSideFile kind : SqliteSideFile.values()) {
            Path sideFile = kind.of(file);
            if (kind.containsData() && Files.exists(sideFile, LinkOption.NOFOLLOW_LINKS) && Files.size(sideFile) > 0) {
                return true;
            }
        }
        return false;
    }
}
