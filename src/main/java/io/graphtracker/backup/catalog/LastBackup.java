package io.graphtracker.backup.catalog;

/**
 * The newest backup of this database that is not known to be damaged, as the folder shows it now.
 *
 * @see "docs/decisions/2026-11-23-the-folder-is-the-record.md"
 */
public sealed interface LastBackup {

    /** There is one. */
    record Found(CatalogEntry entry) implements LastBackup {}

    /**
     * There is none.
     *
     * @param damaged whether the folder contains backups of this database, all of them damaged
     */
    record None(boolean damaged) implements LastBackup {}
}
