package io.graphtracker.backup.catalog;

import io.graphtracker.database.DatabaseUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/** Why a usable backups folder is a bad choice. */
public enum FolderWarning {
    /** The database itself is in it: the loss of the folder would be the loss of both. */
    CONTAINS_THE_DATABASE,
    /** Other users of the machine have access to it. */
    OPEN_TO_OTHERS;

    private static final Set<PosixFilePermission> OF_OTHERS = EnumSet.complementOf(EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE));

    /** The warnings for a folder; none for one that does not exist yet. */
    static Set<FolderWarning> of(Path folder, DatabaseUrl database) {
        Set<FolderWarning> warnings = EnumSet.noneOf(FolderWarning.class);
        if (holds(folder, database)) {
            warnings.add(CONTAINS_THE_DATABASE);
        }
        if (isOpenToOthers(folder)) {
            warnings.add(OPEN_TO_OTHERS);
        }
        return warnings;
    }

    /** By their real paths, however the settings spell them. */
    private static boolean holds(Path folder, DatabaseUrl database) {
        try {
            return database instanceof DatabaseUrl.Sqlite(Path file)
                    && folder.toRealPath().equals(file.toRealPath().getParent());
        } catch (IOException e) {
            // one of them does not exist, so neither is in the other
            return false;
        }
    }

    private static boolean isOpenToOthers(Path folder) {
        try {
            return Files.getPosixFilePermissions(folder).stream().anyMatch(OF_OTHERS::contains);
        } catch (IOException | UnsupportedOperationException e) {
            // it does not exist yet, and will be private; or the file system has no such permissions
            return false;
        }
    }
}
