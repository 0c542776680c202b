package io.graphtracker.backup.restore;

import io.graphtracker.backup.catalog.CatalogEntry;
import java.time.ZonedDateTime;

/** What can be restored, as it was found when it was previewed. */
public sealed interface RestoreSource {

    /** Its name in the audit log. */
    String name();

    /** The time of its content. */
    ZonedDateTime at();

    /** The request for it. */
    RestoreRequest.Restore request();

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

        @Override
        public RestoreRequest.Restore request() {
            return new RestoreRequest.OfBackup(entry.name());
        }
    }

    /** A former database. */
    record OfFormerDatabase(FormerDatabase database) implements RestoreSource {

        @Override
        public String name() {
            return database.name();
        }

        @Override
        public ZonedDateTime at() {
            return database.at();
        }

        @Override
        public RestoreRequest.Restore request() {
            return new RestoreRequest.OfFormerDatabase(database);
        }
    }
}
