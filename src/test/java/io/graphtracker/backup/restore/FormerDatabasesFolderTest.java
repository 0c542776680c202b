package io.graphtracker.backup.restore;

import static io.graphtracker.backup.restore.RestoreRoot.projects;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.audit.AuditEntry;
import io.graphtracker.backup.audit.AuditEntryKind;
import io.graphtracker.testing.OrdinaryUser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The folders of former databases: listing, restoring and deleting them. */
class FormerDatabasesFolderTest extends FormerDatabaseFixture {
    @Test
    void filesThatChangedSinceTheyWereShownAreNotPutBack() throws Exception {
        inLive(ORPHAN);
        restore();
        UndoOffer offer = service.undoOffer().orElseThrow();
        RestorePreview preview = service.preview(new RestoreRequest.Undo(offer));
        try (Connection other = DriverManager.getConnection(
                        "jdbc:sqlite:" + offer.former().file());
                Statement statement = other.createStatement()) {
            statement.execute("delete from project");
        }

        BackupException reason = assertProblem(BackupProblem.RESTORE_REFUSED, () -> service.restore(preview, "anna"));

        assertThat(reason.kind()).isEqualTo("changed");
        assertThat(projects(context)).containsExactly("Garden", "House");
    }

    @Test
    void withoutItsFilesNothingIsOffered() throws Exception {
        inLive(ORPHAN);
        restore();
        FormerDatabase former = formerDatabases().getFirst();
        Files.delete(former.file());

        assertThat(service.undoOffer()).isEmpty();
        assertThat(formerDatabases().getFirst().missing()).containsExactly("graph_tracker.db");
        BackupException reason =
                assertProblem(BackupProblem.RESTORE_REFUSED, () -> service.preview(former(former.name())));
        assertThat(reason.kind()).isEqualTo("kept-incomplete");
    }

    @Test
    void oneIsDeletedWhollyAndThatIsRecorded() throws Exception {
        inLive(ORPHAN);
        restore();
        FormerDatabase former = formerDatabases().getFirst();

        service.deleteFormer(former.name(), "anna");

        assertThat(former.folder()).doesNotExist();
        assertThat(formerDatabases()).isEmpty();
        assertThat(service.undoOffer()).isEmpty();
        assertThat(lastOperation())
                .extracting(AuditEntry::kind, AuditEntry::backup, AuditEntry::user, AuditEntry::succeeded)
                .containsExactly(AuditEntryKind.DELETED, former.name(), "anna", true);
        assertThat(root.namesBesideDatabase()).noneMatch(name -> name.startsWith("."));
    }

    /** It is no longer listed, and cannot be restored: reporting a failure would be wrong. */
    @Test
    void whatStaysOfOneThatIsDeletedIsLeftToTheNextStart() throws Exception {
        inLive(ORPHAN);
        restore();
        FormerDatabase former = formerDatabases().getFirst();
        Path outdated = root.database().resolveSibling(".graph_tracker.db.before-restore-outdated");
        Path left = outdated.resolve(former.database());
        assumeTrue(chattr("+i", former.file()), "this system or file system makes no file immutable");
        try {
            service.deleteFormer(former.name(), "anna");

            assertThat(left).exists();
        } finally {
            chattr("-i", Files.exists(left) ? left : former.file());
        }
        assertThat(formerDatabases()).isEmpty();
        assertThat(lastOperation())
                .extracting(AuditEntry::kind, AuditEntry::backup, AuditEntry::succeeded)
                .containsExactly(AuditEntryKind.DELETED, former.name(), true);
        restart();
        assertThat(outdated).doesNotExist();
    }

    @Test
    void aFolderSomebodyKeepsAmongThemStopsTheDeletion() throws Exception {
        inLive(ORPHAN);
        restore();
        FormerDatabase former = formerDatabases().getFirst();
        Files.createDirectory(former.folder().resolve("mine"));

        assertProblem(BackupProblem.BACKUP_KEPT, () -> service.deleteFormer(former.name(), "anna"));

        assertThat(former.file()).exists();
        assertThat(lastOperation().succeeded()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "../backups", "graph_tracker.db", "graph_tracker.db.before-restore/../x"})
    void noNameLeadsAnywhereElse(String name) throws Exception {
        inLive(ORPHAN);
        restore();

        assertProblem(BackupProblem.BACKUP_NOT_FOUND, () -> service.preview(former(name)));
        assertProblem(BackupProblem.BACKUP_NOT_FOUND, () -> service.deleteFormer(name, "anna"));

        assertThat(projects(context)).containsExactly("Garden", "House");
        assertThat(formerDatabases()).hasSize(1);
    }

    @OrdinaryUser
    @ParameterizedTest
    @ValueSource(strings = {"", "graph_tracker.db", FormerDatabaseNote.FILE})
    void oneThatMayNotBeReadIsListedAndRefused(String part) throws Exception {
        inLive(ORPHAN);
        restore();
        FormerDatabase former = formerDatabases().getFirst();
        Path closed = former.folder().resolve(part);
        Set<PosixFilePermission> open = Files.getPosixFilePermissions(closed);
        Files.setPosixFilePermissions(closed, Set.of());
        try {
            assertThat(formerDatabases())
                    .extracting(FormerDatabase::name, FormerDatabase::readable)
                    .containsExactly(tuple(former.name(), false));
            assertThat(formerDatabases().getFirst().at()).isEqualTo(former.at());
            assertThat(service.undoOffer()).isEmpty();
            BackupException reason =
                    assertProblem(BackupProblem.BACKUP_UNUSABLE, () -> service.deleteFormer(former.name(), "anna"));
            assertThat(reason.kind()).isEqualTo("unreadable");
        } finally {
            Files.setPosixFilePermissions(closed, open);
        }
        assertThat(formerDatabases()).containsExactly(former);
    }

    @Test
    void folderThatOnlyLookAlikeAreNotListed() throws Exception {
        Files.createDirectory(root.database().resolveSibling("graph_tracker.db.before-restore-empty"));
        Files.writeString(root.database().resolveSibling("graph_tracker.db.before-restore-file"), "x");

        assertThat(formerDatabases()).isEmpty();
    }
}
