package io.graphtracker.backup.restore;

import io.graphtracker.backup.Backup;
import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.SqliteFiles;
import io.graphtracker.backup.catalog.FileCheck;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Says whether a backup that was just made can be restored: only then an undo may rely on it. */
@Component
class SafetyCheck {

    private static final Logger log = LoggerFactory.getLogger(SafetyCheck.class);

    private static final String PROGRAMS = "SELECT name FROM sqlite_schema WHERE type IN ('trigger', 'view')";

    private final FileCheck check;
    private final SchemaCompatibility compatibility;
    private final ReferenceSchema reference;

    SafetyCheck(FileCheck check, SchemaCompatibility compatibility, ReferenceSchema reference) {
        this.check = check;
        this.compatibility = compatibility;
        this.reference = reference;
    }

    boolean isRestorable(Backup backup) {
        try (Connection connection = SqliteFiles.openUntrusted(backup.file());
                Statement statement = connection.createStatement()) {
            compatibility.require(check.check(backup.file(), backup.manifest()).identity());
            reference.requireReadable(connection);
            try (ResultSet program = statement.executeQuery(PROGRAMS)) {
                return !program.next();
            }
        } catch (BackupException | IOException | SQLException | IllegalStateException e) {
            log.warn("{} cannot be restored, so the former database is kept as files", backup.file(), e);
            return false;
        }
    }
}
