package io.graphtracker.backup.watch;

import io.graphtracker.backup.VerificationJob;
import io.graphtracker.database.DatabaseContents;
import io.graphtracker.database.DatabaseUrl;
import io.graphtracker.database.sqlite.SqliteFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Counts what was changed in the live database since a backup was made. */
@Component
class ChangeCount {

    private static final Logger log = LoggerFactory.getLogger(ChangeCount.class);

    /** A page waits for it; the projects of a large database are read in some milliseconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final DatabaseUrl database;
    private final List<DatabaseContents> contents;

    ChangeCount(DatabaseUrl database, ObjectProvider<DatabaseContents> contents) {
        this.database = database;
        this.contents = contents.orderedStream().toList();
    }

    /** The number of changes; empty if it is not known, because the backup is of an older schema, for example. */
    OptionalLong since(Path backup) {
        if (!(database instanceof DatabaseUrl.Sqlite(Path live)) || !Files.exists(live)) {
            return OptionalLong.empty();
        }
        VerificationJob job = VerificationJob.unwatched();
        job.limitTo(PATIENCE);
        try (Connection earlier = SqliteFiles.openUntrusted(backup, job);
                Connection present = SqliteFiles.openToRead(live, job)) {
            long changes = 0;
            for (DatabaseContents part : contents) {
                OptionalLong counted = part.changes(earlier, present);
                if (counted.isEmpty()) {
                    return OptionalLong.empty();
                }
                changes += counted.getAsLong();
            }
            return contents.isEmpty() ? OptionalLong.empty() : OptionalLong.of(changes);
        } catch (SQLException e) {
            log.debug("The changes since {} cannot be counted", backup, e);
            return OptionalLong.empty();
        }
    }
}
