package io.graphtracker.backup.restore;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.DatabaseIdentity;
import io.graphtracker.backup.DatabaseIdentity.Migration;
import io.graphtracker.environment.SchemaMigrations;
import io.graphtracker.environment.SchemaVersion;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Says whether this version of the application can use a database, be it after some migrations. */
@Component
class SchemaCompatibility {

    private final SchemaMigrations migrations;

    SchemaCompatibility(SchemaMigrations migrations) {
        this.migrations = migrations;
    }

    /**
     * Makes sure that a database was made by the first steps of the schema that this version knows, or by all of them.
     *
     * @throws BackupException {@code backup_unusable} if it was not
     */
    void require(DatabaseIdentity identity) {
        List<SchemaVersion> known = migrations.known();
        List<Migration> made = identity.history().stream()
                .filter(migration -> migration.version() != null)
                .toList();
        if (made.isEmpty() || made.stream().anyMatch(migration -> !migration.success())) {
            throw BackupException.ofKind(BackupProblem.BACKUP_UNUSABLE, "history", null);
        }
        if (made.size() > known.size()) {
            throw BackupException.ofKind(
                    BackupProblem.BACKUP_UNUSABLE,
                    "newer",
                    null,
                    String.valueOf(identity.schemaVersion()),
                    known.getLast().version());
        }
        for (int step = 0; step < made.size(); step++) {
            if (!isSame(made.get(step), known.get(step))) {
                throw BackupException.ofKind(BackupProblem.BACKUP_UNUSABLE, "history", null);
            }
        }
    }

    private static boolean isSame(Migration made, SchemaVersion known) {
        return Objects.equals(made.version(), known.version())
                && Objects.equals(
                        made.checksum(),
                        known.checksum() == null ? null : known.checksum().toString());
    }
}
