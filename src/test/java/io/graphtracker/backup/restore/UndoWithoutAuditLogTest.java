package io.graphtracker.backup.restore;

import static io.graphtracker.backup.restore.RestoreRoot.projects;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.graphtracker.backup.audit.AuditLog;
import io.graphtracker.backup.audit.UnrecordedEntries;
import io.graphtracker.backup.operations.OperationsDatabase;
import io.graphtracker.backup.operations.OperationsDatabaseProblem;
import io.graphtracker.testing.SettableClock;
import io.graphtracker.testing.Thorough;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An undo is promised by the restore, so it must not depend on an audit log that may be damaged. */
@Thorough
class UndoWithoutAuditLogTest extends RestoreFixture {

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "folder", "missing"})
    void aRestoreCanBeUndoneWhateverBecameOfTheRecord(String fate) throws Exception {
        restore();
        spoil(fate);

        assertUndone();
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "folder"})
    void aRestoreIsDoneWithoutARecordAndCanBeUndone(String fate) throws Exception {
        spoil(fate);

        restore();

        assertThat(projects(context)).containsExactly("Garden", "House");
        assertThat(context.getBean(AuditLog.class).unrecorded())
                .map(UnrecordedEntries::count)
                .as("the safety backup, and the restore")
                .contains(2L);
        assertUndone();
    }

    /** A database browser with an uncommitted change. */
    @Test
    void whileAnotherProgramKeepsTheRecordLockedAllGoesOn() throws Exception {
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + auditLog());
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN EXCLUSIVE");

            restore();

            assertThat(context.getBean(AuditLog.class).unrecorded())
                    .map(UnrecordedEntries::reason)
                    .contains(OperationsDatabaseProblem.LOCKED);
            assertUndone();
        }
        assertThat(context.getBean(AuditLog.class).latest(9)).hasSizeGreaterThanOrEqualTo(5);
        assertThat(context.getBean(AuditLog.class).unrecorded()).isEmpty();
    }

    @Test
    void theOfferSurvivesARestart() throws Exception {
        restore();
        spoil("garbage");

        restart();

        assertUndone();
        restart();
        assertThat(service.undoOffer()).isEmpty();
    }

    /** A restore by a version that left no note. */
    @Test
    void withoutANoteTheRecordIsAsked() throws Exception {
        restore();
        Files.delete(root.files().lastRestore());

        assertUndone();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "garbage"})
    void aNoteThatNobodyUnderstandsOffersNothing(String content) throws Exception {
        restore();
        Files.writeString(root.files().lastRestore(), content);

        assertThat(service.undoOffer()).isEmpty();
        restore();
        assertThat(service.undoOffer()).isPresent();
    }

    @Test
    void aSafetyBackupThatIsGoneIsNotOffered() throws Exception {
        RestoreResult result = restore();
        Files.move(
                root.backups().resolve(result.safetyBackup()),
                folder.resolve("away.sqlite"),
                StandardCopyOption.ATOMIC_MOVE);

        assertThat(service.undoOffer()).isEmpty();
    }

    /** The safety backup of a restore that was refused is no reason to offer an undo. */
    @Test
    void aRestoreThatWasTakenBackLeavesTheOfferOfTheOneBefore() throws Exception {
        RestoreResult first = restore();
        after(DatabaseSwitch.Checkpoint.SWITCHED, () -> {
            throw new IOException("injected");
        });

        assertThat(catchThrowable(this::restore)).isNotNull();

        assertThat(service.undoOffer().orElseThrow().safetyBackup()).isEqualTo(first.safetyBackup());
    }

    /** The clock was set back since, or corrected. */
    @ParameterizedTest
    @ValueSource(strings = {"noted", "recorded"})
    void whatIsDatedInTheFutureIsOfferedFromWhenItIsSeen(String where) throws Exception {
        restoreAhead(where);
        Instant seen = clock().instant();

        assertOfferedSince(seen);
        clock().advance(Duration.ofDays(3));
        assertOfferedSince(seen);
        restart();
        clock().advance(Duration.ofDays(4));
        assertOfferedSince(seen);
        clock().advance(Duration.ofDays(4));
        assertThat(service.undoOffer()).isEmpty();
    }

    /** In a folder where no note can be written. */
    @Test
    void whenItWasSeenIsKnownEvenIfItCannotBeNoted() throws Exception {
        restoreAhead("noted");
        Path note = root.files().lastRestore();
        Files.createDirectories(
                note.resolveSibling(note.getFileName() + ".part").resolve("in the way"));
        Instant seen = clock().instant();
        assertOfferedSince(seen);

        clock().advance(Duration.ofDays(3));

        assertOfferedSince(seen);
    }

    /** A machine without a battery starts in 1970. */
    @Test
    void aClockThatIsWrongNowTakesNoOfferAway() throws Exception {
        restore();
        Instant at = service.undoOffer().orElseThrow().at().toInstant();
        clock().advance(Duration.ofDays(-3650));
        assertThat(service.undoOffer()).isPresent();

        clock().advance(Duration.ofDays(3652));

        assertOfferedSince(at);
    }

    private void restoreAhead(String where) throws IOException {
        clock().advance(Duration.ofDays(3650));
        restore();
        clock().advance(Duration.ofDays(-3650));
        if (where.equals("recorded")) {
            Files.delete(root.files().lastRestore());
        }
    }

    private void assertOfferedSince(Instant at) {
        UndoOffer offer = service.undoOffer().orElseThrow();
        assertThat(offer.at().toInstant()).isEqualTo(at);
        assertThat(offer.until().toInstant()).isEqualTo(at.plus(RestoreService.UNDO));
    }

    private SettableClock clock() {
        return context.getBean(SettableClock.class);
    }

    private void assertUndone() throws Exception {
        UndoOffer offer = service.undoOffer().orElseThrow();
        service.restore(service.preview(new RestoreRequest.Undo(offer)), "anna");
        assertThat(projects(context)).containsExactly("Boat", "Garden");
        assertThat(service.undoOffer()).isEmpty();
    }

    private Path auditLog() {
        return root.path().resolve(OperationsDatabase.FILE);
    }

    private void spoil(String fate) throws IOException {
        Files.delete(auditLog());
        switch (fate) {
            case "garbage" -> Files.writeString(auditLog(), "This is no database. ".repeat(500));
            case "folder" -> Files.createDirectory(auditLog());
            default -> {}
        }
    }
}
