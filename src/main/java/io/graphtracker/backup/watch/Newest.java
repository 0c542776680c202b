package io.graphtracker.backup.watch;

import io.graphtracker.backup.BackupKind;
import io.graphtracker.backup.BackupManifest;
import io.graphtracker.backup.catalog.CatalogEntry;
import java.util.List;
import java.util.Optional;

/** Finds the newest backup that counts: verified, made here, and not the safety backup of a restore. */
final class Newest {

    private Newest() {}

    /** @param entries the newest first */
    static Optional<CatalogEntry> verified(List<CatalogEntry> entries) {
        return entries.stream().filter(Newest::counts).findFirst();
    }

    /** A safety backup holds what a restore replaced, and not what is in use. */
    private static boolean counts(CatalogEntry entry) {
        BackupManifest manifest = entry.manifest();
        return entry.isProven()
                && manifest != null
                && manifest.kind().isOwn()
                && manifest.kind() != BackupKind.BEFORE_RESTORE;
    }
}
