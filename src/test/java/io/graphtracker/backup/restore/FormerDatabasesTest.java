package io.graphtracker.backup.restore;

import static io.graphtracker.backup.restore.RestoreRoot.add;
import static io.graphtracker.backup.restore.RestoreRoot.execute;
import static io.graphtracker.backup.restore.RestoreRoot.projects;
import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.audit.AuditEntry;
import io.graphtracker.backup.audit.AuditEntryKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The live database cannot be restored from a backup: it is kept as files, and restored from these. */
class FormerDatabasesTest extends FormerDatabaseFixture {
    @ParameterizedTest
    @ValueSource(
            strings = {
                ORPHAN,
                NEWER,
                "create view hers as select name from project",
                "create trigger hers after delete on project begin select 1; end"
            })
    void whatNoBackupCouldBringBackIsKeptAsFilesAndTheUndoPutsItBack(String damage) throws Exception {
        inLive(damage);

        RestoreResult result = restore();

        assertThat(projects(context)).containsExactly("Garden", "House");
        assertThat(result.safetyBackup()).isNull();
        assertThat(result.formerReason()).isEqualTo(FormerDatabaseReason.NOT_RESTORABLE);
        assertThat(result.formerFolder()).hasParent(root.database().getParent());
        AuditEntry recorded = lastOperation();
        assertThat(recorded.kind()).isEqualTo(AuditEntryKind.RESTORED);
        assertThat(recorded.detail())
                .isEqualTo("What it replaced is kept as files in instance/"
                        + result.formerFolder().getFileName() + ".");

        UndoOffer offer = service.undoOffer().orElseThrow();
        assertThat(offer.former()).isNotNull();
        assertThat(offer.former().folder()).isEqualTo(result.formerFolder());
        RestoreResult undone = undo(offer);

        assertThat(projects(context)).containsExactly("Boat", "Garden");
        assertThat(undone.safetyBackup()).isNotNull();
        assertThat(service.undoOffer()).isEmpty();
        assertThat(lastOperation().kind()).isEqualTo(AuditEntryKind.UNDONE);
        assertThat(result.formerFolder()).as("stays until somebody deletes it").isDirectory();
        restart();
        assertThat(projects(context)).containsExactly("Boat", "Garden");
    }

    /** The reason why it is not restorable prevents a migration as little as it prevents its use. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                ORPHAN,
                "create view hers as select name from project",
                "create table tag (x references project (name))"
            })
    void anUpdateOfTheApplicationDoesNotTakeTheUndoAway(String damage) throws Exception {
        inLive(damage);
        assertThat(restore().formerReason()).isEqualTo(FormerDatabaseReason.NOT_RESTORABLE);

        restart(LaterVersion.class);

        undo(service.undoOffer().orElseThrow());
        assertThat(projects(context)).containsExactly("Boat", "Garden");
    }

    /** The trigger would run during the migration. */
    @Test
    void whatActsByItselfIsNotMigrated() throws Exception {
        inLive("create trigger hers after delete on project begin select 1; end");
        restore();

        restart(LaterVersion.class);

        BackupException reason = assertProblem(
                BackupProblem.RESTORE_REFUSED,
                () -> service.preview(former(formerDatabases().getFirst().name())));
        assertThat(reason.kind()).isEqualTo("kept-unreadable");
    }

    /** SQLite does not copy an index that another program made with its own collation. */
    @Test
    void whatCannotBeBackedUpForWhatIsInItIsKeptAsFiles() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + root.database());
                Statement statement = connection.createStatement()) {
            statement.execute("create index hers on project (name collate nocase)");
            statement.execute("pragma writable_schema = on");
            statement.execute("update sqlite_schema set sql = replace(sql, 'nocase', 'strange') where name = 'hers'");
            statement.execute("pragma schema_version = 1000");
        }

        RestoreResult result = restore();

        assertThat(projects(context)).containsExactly("Garden", "House");
        assertThat(result.formerReason()).isEqualTo(FormerDatabaseReason.DAMAGED);
        undo(service.undoOffer().orElseThrow());
        assertThat(projects(context)).containsExactly("Boat", "Garden");
    }

    /** An ordinary backup is verified without reading all index entries, but a safety backup is not. */
    @Test
    void aDatabaseWithAnIndexThatSaysSomethingElseIsKeptAsFiles() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + root.database());
                Statement statement = connection.createStatement()) {
            statement.execute("drop index project_list");
            statement.execute("create index project_list on project (updated_at, archived)");
            statement.execute("pragma writable_schema = on");
            statement.execute(
                    "update sqlite_schema set sql = 'CREATE INDEX project_list on project (archived, updated_at)'"
                            + " where name = 'project_list'");
            statement.execute("pragma schema_version = 1000");
        }

        RestoreResult result = restore();

        assertThat(projects(context)).containsExactly("Garden", "House");
        assertThat(result.safetyBackup()).isNull();
        assertThat(result.formerReason()).isEqualTo(FormerDatabaseReason.DAMAGED);
        undo(service.undoOffer().orElseThrow());
        assertThat(projects(context)).containsExactly("Boat", "Garden");
    }

    /** Also changes that were made during the backup that is not restorable. */
    @Test
    void nothingThatWasCommittedIsLost() throws Exception {
        inLive(ORPHAN);
        on(RestoreStep.SWITCHING, () -> add(context, "Shed"));

        restore();

        undo(service.undoOffer().orElseThrow());
        assertThat(projects(context)).containsExactly("Boat", "Garden", "Shed");
    }

    /** The first safety backup would have been sufficient. */
    @Test
    void whatBecomesUnfitForABackupMeanwhileIsKeptAsFilesToo() throws Exception {
        on(RestoreStep.SWITCHING, () -> inLive(ORPHAN));

        RestoreResult result = restore();

        assertThat(result.safetyBackup()).isNull();
        assertThat(result.formerReason()).isEqualTo(FormerDatabaseReason.NOT_RESTORABLE);
        assertThat(service.undoOffer().orElseThrow().former()).isNotNull();
    }

    /** It would continue writing to the file that is moved aside. */
    @Test
    void anotherProgramThatHasItOpenStopsTheRestore() throws Exception {
        inLive(ORPHAN);
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + root.database())) {
            projects(other);

            BackupException reason = assertProblem(BackupProblem.RESTORE_REFUSED, this::restore);

            assertThat(reason.kind()).isEqualTo("other-program");
        }
        assertUntouched();
        assertThat(formerDatabases()).isEmpty();
    }

    @Test
    void whatCannotBeReadIsKeptButNotOfferedAndNotPutBack() throws Exception {
        FormerDatabase former = keepDamaged();

        assertThat(former.reason()).isEqualTo(FormerDatabaseReason.DAMAGED);
        assertThat(service.undoOffer()).isEmpty();
        BackupException reason =
                assertProblem(BackupProblem.RESTORE_REFUSED, () -> service.preview(former(former.name())));
        assertThat(reason.kind()).isEqualTo("kept-unreadable");
        assertThat(projects(context)).containsExactly("Garden", "House");
        assertThat(root.namesBesideDatabase()).noneMatch(name -> name.startsWith("."));
    }

    @Test
    void theFilesThemselvesStayAsTheyAre() throws Exception {
        FormerDatabase former = keepDamaged();
        byte[] before = Files.readAllBytes(former.file());

        assertProblem(BackupProblem.RESTORE_REFUSED, () -> service.preview(former(former.name())));

        assertThat(former.file()).hasBinaryContent(before);
    }

    /** As after a crash of the machine: the changes are in the log, which is half of the database. */
    @Test
    void theLogBelongsToIt() throws Exception {
        Path folder = keepByHand("graph_tracker.db.before-restore-20261122_213000");
        try (Connection writer = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("graph_tracker.db"));
                Statement statement = writer.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA wal_autocheckpoint = 0");
            statement.execute(
                    "insert into project (id, name, archived, created_at, updated_at) values ('Log', 'Log', 0, 0, 1)");
            Path copy = keepByHand("graph_tracker.db.before-restore-20261122_213001");
            for (String suffix : List.of("", "-wal", "-shm")) {
                Files.copy(
                        folder.resolve("graph_tracker.db" + suffix),
                        copy.resolve("graph_tracker.db" + suffix),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
        FormerDatabase former = formerDatabases().getFirst();
        assertThat(former.name()).endsWith("213001");
        assertThat(former.reason()).isEqualTo(FormerDatabaseReason.UNKNOWN);

        RestorePreview preview = service.preview(former(former.name()));
        assertThat(preview.restored().first()).containsExactlyInAnyOrder("House", "Log");
        service.restore(preview, "anna");

        assertThat(projects(context)).containsExactly("Garden", "House", "Log");
        assertThat(service.undoOffer().orElseThrow().safetyBackup()).isNotNull();
    }

    /** A user's own table and index are harmless. */
    @Test
    void whatABackupCanBringBackIsNotKeptAsFiles() throws Exception {
        execute(context, "create table hers (name text)");
        execute(context, "create index hers_by_name on hers (name)");

        assertThat(restore().safetyBackup()).isNotNull();
        assertThat(formerDatabases()).isEmpty();
    }
}
