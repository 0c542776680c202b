package io.graphtracker.backup.upgrade;

import io.graphtracker.backup.Backup;
import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupKind;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.BackupTexts;
import io.graphtracker.backup.catalog.Catalog;
import io.graphtracker.backup.catalog.CatalogEntry;
import io.graphtracker.backup.catalog.UnrepeatedBackups;
import io.graphtracker.database.DatabasePreflight;
import io.graphtracker.database.SchemaMigrations;
import io.graphtracker.database.SchemaUpgrade;
import io.graphtracker.database.sqlite.SqliteFiles;
import io.graphtracker.environment.ProjectRoot;
import io.graphtracker.environment.ServerOnly;
import io.graphtracker.environment.StartupException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes a backup at a start that is about to migrate a database with data, and refuses the start if that fails. A start
 * that is killed afterwards, or whose migration fails, leaves the former schema, since each migration is one
 * transaction; the next start finds its backup, and makes no other.
 *
 * @see "docs/decisions/2026-12-01-backup-before-an-upgrade.md"
 */
@ServerOnly
@Component
class BackupBeforeUpgrade implements DatabasePreflight {

    /** Who requested it, in the audit log. */
    static final String USER = "upgrade";

    private static final Logger log = LoggerFactory.getLogger(BackupBeforeUpgrade.class);

    private final SchemaMigrations migrations;
    private final UnrepeatedBackups backups;
    private final BackupTexts texts;
    private final ProjectRoot root;

    BackupBeforeUpgrade(SchemaMigrations migrations, UnrepeatedBackups backups, BackupTexts texts, ProjectRoot root) {
        this.migrations = migrations;
        this.backups = backups;
        this.texts = texts;
        this.root = root;
    }

    @Override
    public void beforeMigration(Path file) throws SQLException {
        Optional<SchemaUpgrade> upgrade = upgrade(file);
        if (upgrade.isPresent()) {
            requireAlone(file);
            backUp(upgrade.get());
        }
    }

    private Optional<SchemaUpgrade> upgrade(Path file) throws SQLException {
        if (!Files.isRegularFile(file) || isEmpty(file)) {
            return Optional.empty();
        }
        try (Connection connection = SqliteFiles.open(file)) {
            return SchemaUpgrade.of(file, connection, migrations.known());
        }
    }

    private static boolean isEmpty(Path file) {
        try {
            return Files.size(file) == 0;
        } catch (IOException e) {
            // SQLite says why it cannot be opened
            return false;
        }
    }

    /** What another program writes after the backup would be lost on the way back. */
    private static void requireAlone(Path file) throws SQLException {
        if (!SqliteFiles.isOpenNowhereElse(file)) {
            throw new StartupException(
                    "The database " + file
                            + " must be migrated to the schema of this version, and another program has it" + " open.",
                    "Stop the former version of Graph Tracker, close other programs that use the database, and start"
                            + " again. Nothing was changed.");
        }
    }

    private void backUp(SchemaUpgrade upgrade) {
        log.info(
                "This version migrates the database from schema {} to {}; a backup is made first",
                upgrade.from(),
                upgrade.to());
        try {
            Backup backup = backups.make(BackupKind.BEFORE_UPGRADE, USER, BackupBeforeUpgrade::last)
                    .backup();
            log.info("{} To go back, see “Roll back” in docs/operations.md.", texts.message(backup));
        } catch (BackupException e) {
            throw refused(upgrade, e);
        }
    }

    /** What a start made whose migration did not take place. */
    private static Optional<CatalogEntry> last(Catalog folder) {
        return folder.entries().stream()
                .filter(entry -> entry.isProven()
                        && entry.manifest() != null
                        && entry.manifest().kind() == BackupKind.BEFORE_UPGRADE)
                .findFirst();
    }

    private StartupException refused(SchemaUpgrade upgrade, BackupException reason) {
        String problem = "This version must migrate the database from schema " + upgrade.from() + " to " + upgrade.to()
                + ", but could not back it up first: ";
        return new StartupException(
                problem + (isNotSet(reason.problem()) ? "BACKUPS_DIR is not set." : texts.message(reason)),
                advice(reason) + " The database was not changed.");
    }

    private String advice(BackupException reason) {
        if (isNotSet(reason.problem())) {
            return "Add a line such as BACKUPS_DIR=backups to " + root.envFile()
                    + " (a folder on another disk is better), and start again.";
        }
        return reason.problem().category() == BackupProblem.Category.CONFIGURATION
                ? "Correct BACKUPS_DIR in " + root.envFile() + ", and start again."
                : texts.hint(reason) + " Then start again.";
    }

    private static boolean isNotSet(BackupProblem problem) {
        return switch (problem) {
            case ENV_FILE_MISSING, BACKUPS_DIR_MISSING, BACKUPS_DIR_EMPTY -> true;
            default -> false;
        };
    }
}
