package io.graphtracker.backup.catalog;

import io.graphtracker.database.DatabaseUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/** Why a folder that can be used for backups is a bad choice all the same. */
public enum FolderWarning {
    /** The database itself is in it: what takes one away takes both. */
    CONTAINS_THE_DATABASE,
    /** Other users of the machine have access to it. */
    OPEN_TO_OTHERS;

    private static final Set<PosixFilePermission> OF_OTHERS = EnumSet.complementOf(EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE));

    /** What speaks against a folder, as far as that can be told; nothing against one that is not there yet. */
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

    /** By where both really are, however the settings spell it. */
    private static boolean holds(Path folder, DatabaseUrl database) {
        try {
            return database instanceof DatabaseUrl.Sqlite(Path file)
                    && folder.toRealPath().equals(file.toRealPath().getParent());
        } catch (IOException e) {
            // one of them is not there, so neither is in the other
            return false;
        }
    }

    private static boolean isOpenToOthers(Path folder) {
        try {
            return Files.getPosixFilePermissions(folder).stream().anyMatch(OF_OTHERS::contains);
        } catch (IOException | UnsupportedOperationException e) {
            // not there yet, and made for its owner alone then; or a file system without such permissions
            return false;
        }
    }
}
