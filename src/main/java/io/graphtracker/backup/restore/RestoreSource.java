package io.graphtracker.backup.restore;

import io.graphtracker.backup.catalog.CatalogEntry;
import java.time.ZonedDateTime;

/** What can be restored. */
public sealed interface RestoreSource {

    /** What it is called on record. */
    String name();

    /** Of when it is. */
    ZonedDateTime at();

    /** A backup in the folder. */
    record OfBackup(CatalogEntry entry) implements RestoreSource {

        @Override
        public String name() {
            return entry.name();
        }

        @Override
        public ZonedDateTime at() {
            return entry.at();
        }
    }

    /** A former database that was kept as files. */
    record OfFiles(FormerDatabase kept) implements RestoreSource {

        @Override
        public String name() {
            return kept.name();
        }

        @Override
        public ZonedDateTime at() {
            return kept.at();
        }
    }
}
