package io.graphtracker.backup.restore;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupManifest;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.ProblemKind;
import io.graphtracker.backup.VerificationJob;
import io.graphtracker.backup.catalog.CatalogEntry;
import io.graphtracker.backup.catalog.CatalogService;
import io.graphtracker.database.SchemaMigrations;
import io.graphtracker.database.SchemaVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a restore drill does with backups of the real schema. */
class RestoreDrillOfOlderSchemaTest extends RestoreFixture {

    private Map<RestoreDrill.Phase, Duration> drill(String name) {
        return context.getBean(RestoreDrill.class)
                .run(context.getBean(CatalogService.class).find(name), VerificationJob.unwatched(), phase -> {});
    }

    @Test
    void anOlderBackupIsAdapted() throws Exception {
        make(root.backups().resolve("older.sqlite"), "");

        assertThat(drill("older.sqlite")).containsOnlyKeys(RestoreDrill.Phase.values());
        assertUntouched();
    }

    /** A column of that name is what the migration would add. */
    @Test
    void oneThatCannotBeAdaptedFails() throws Exception {
        make(root.backups().resolve("older.sqlite"), "create table change (id)");

        BackupException reason = assertProblem(BackupProblem.BACKUP_UNUSABLE, () -> drill("older.sqlite"));

        assertThat(reason.is(ProblemKind.MIGRATION)).isTrue();
        assertUntouched();
    }

    @Test
    void oneThatHoldsSomethingElseThanItsDescriptionSaysFails() throws IOException {
        CatalogEntry made = context.getBean(CatalogService.class).find(name());
        Path description = made.file().resolveSibling(name() + ".json");
        BackupManifest manifest = BackupManifest.read(description).orElseThrow();
        Files.writeString(
                description,
                new String(manifest.toJson(), StandardCharsets.UTF_8).replace("\"projects\" : 2", "\"projects\" : 3"));

        BackupException reason = assertProblem(BackupProblem.BACKUP_UNUSABLE, () -> drill(name()));

        assertThat(reason.is(ProblemKind.CONTENTS)).isTrue();
    }

    private void make(Path file, String more) throws SQLException {
        SchemaMigrations migrations = context.getBean(SchemaMigrations.class);
        SchemaVersion step = migrations.known().stream()
                .filter(known -> known.version().equals("3"))
                .findFirst()
                .orElseThrow();
        try (Connection connection = migrations.inMemory(step);
                Statement statement = connection.createStatement()) {
            statement.execute("insert into project values ('p', 'Old plan', false, 1, 1)");
            if (!more.isEmpty()) {
                statement.execute(more);
            }
            // the driver's own command: VACUUM refuses, since Flyway leaves a statement open
            statement.executeUpdate("backup to " + file);
        }
    }
}
