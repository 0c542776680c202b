package io.graphtracker.backup;

import io.graphtracker.database.DatabaseUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/** Why a folder that can be used for backups is nevertheless a bad choice. */
public enum FolderWarning {
    /** It contains the database itself: both would be lost together. */
    HOLDS_THE_DATABASE,
    /** Other users of the machine have access to it. */
    OPEN_TO_OTHERS;

    private static final Set<PosixFilePermission> OF_OTHERS = EnumSet.complementOf(EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE));

    /** The warnings for a folder, as far as they can be determined; none for one that does not exist yet. */
    static Set<FolderWarning> of(Path folder, DatabaseUrl database) {
        Set<FolderWarning> warnings = EnumSet.noneOf(FolderWarning.class);
        if (contains(folder, database)) {
            warnings.add(HOLDS_THE_DATABASE);
        }
        if (isOpenToOthers(folder)) {
            warnings.add(OPEN_TO_OTHERS);
        }
        return warnings;
    }

    /** Compares real paths, however the settings spell them. */
    private static boolean contains(Path folder, DatabaseUrl database) {
        try {
            return database instanceof DatabaseUrl.Sqlite(Path file)
                    && folder.toRealPath().equals(file.toRealPath().getParent());
        } catch (IOException e) {
            // one of them does not exist
            return false;
        }
    }

    private static boolean isOpenToOthers(Path folder) {
        try {
            return Files.getPosixFilePermissions(folder).stream().anyMatch(OF_OTHERS::contains);
        } catch (IOException | UnsupportedOperationException e) {
            // it does not exist yet, and will be created for its owner only; or a file system without such permissions
            return false;
        }
    }
}
