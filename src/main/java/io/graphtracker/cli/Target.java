package io.graphtracker.cli;

import io.graphtracker.backup.catalog.CatalogEntry;
import io.graphtracker.backup.restore.FormerDatabase;

/** What a command line names. */
sealed interface Target {

    /** A backup in the backups folder, by its name. */
    record Listed(String name) implements Target {}

    /** A backup that is somewhere else. */
    record Elsewhere(CatalogEntry file) implements Target {}

    /** A database that a restore kept as files. */
    record Former(FormerDatabase database) implements Target {}
}
