package io.graphtracker.backup.restore;

import static io.graphtracker.backup.restore.RestoreRoot.projects;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import io.graphtracker.backup.audit.AuditEntry;
import io.graphtracker.backup.audit.AuditEntryKind;
import io.graphtracker.backup.audit.AuditLog;
import io.graphtracker.environment.StartupException;
import io.graphtracker.testing.Volume;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.assertj.core.util.Throwables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The state in which a start finds a restore: as {@link RestoreKillTest} leaves it, and unexpected ones. */
class RestoreRecoveryTest {

    @TempDir
    Path folder;

    private RestoreRoot root;
    private ConfirmedRestore restore;

    @BeforeEach
    void create() throws Exception {
        root = RestoreRoot.create(folder, "Garden");
        restore =
                ConfirmedRestore.ofBackup(UUID.randomUUID(), "b.sqlite", Instant.parse("2026-11-22T20:30:00Z"), "anna");
    }

    @Test
    void aLockFileThatCannotBeOpenedIsNamedAndNothingIsDone() throws Exception {
        Path former = switchedToNew("safety.sqlite");
        Path lock = DatabaseFiles.of(root.database()).lock();
        Files.deleteIfExists(lock);
        Files.createDirectory(lock);

        assertThat(Throwables.getRootCause(catchThrowable(root::start)))
                .isInstanceOf(StartupException.class)
                .hasMessageContaining(lock.toString());
        assertThat(former).exists();
    }

    @Test
    void aNewDatabaseInItsPlaceIsTheOneAndIsRecordedWithItsSafetyBackup() throws Exception {
        Path former = switchedToNew("safety.sqlite");

        try (AnnotationConfigApplicationContext context = root.start()) {
            assertThat(projects(context)).containsExactly("Garden");
            AuditEntry recorded = context.getBean(AuditLog.class).lastRestore().orElseThrow();
            assertThat(recorded.id()).isEqualTo(restore.id());
            assertThat(recorded.user()).isEqualTo("anna");
            assertThat(recorded.safetyBackup()).isEqualTo("safety.sqlite");
            assertThat(recorded.detail())
                    .isEqualTo(
                            "Graph Tracker was stopped during this restore, and finished it at" + " the next start.");
        }
        assertThat(former).doesNotExist();
    }

    @Test
    void aNewDatabaseThatCannotBeUsedIsTakenBackAndThatIsRecorded() throws Exception {
        Path former = switchedToNew("safety.sqlite");
        Files.move(root.database(), former, StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(root.database(), "no database");

        try (AnnotationConfigApplicationContext context = root.start()) {
            assertThat(projects(context)).containsExactly("Garden");
            assertThat(context.getBean(AuditLog.class).latest(9))
                    .extracting(AuditEntry::kind, AuditEntry::problem)
                    .containsExactly(tuple(AuditEntryKind.RESTORED, "restore_failed"));
        }
    }

    @Test
    void whatNobodyCanTellApartStopsTheStartAndStaysAsItIs() throws Exception {
        Path former = switchedToNew(null);
        Files.writeString(root.files().staged(), "staged, though the new one is in its place");

        Throwable failure = catchThrowable(() -> root.start().getBean(DataSource.class));

        assertThat(failure).hasRootCauseInstanceOf(StartupException.class);
        assertThat(failure).rootCause().hasMessageContaining("A restore was interrupted", "in the way");
        assertThat(((StartupException) Throwables.getRootCause(failure)).action())
                .contains("Nothing was lost", root.files().aside().toString(), "docs/operations.md");
        assertThat(former).exists();
        assertThat(root.files().staged()).exists();
        assertThat(projects(root.database())).containsExactly("Garden");
    }

    /** Users may have worked on it for days, and an upgrade may have changed what counts as sound. */
    @Test
    void aNewDatabaseThatWasAcceptedIsNeverTakenBack() throws Exception {
        switchedToNew("safety.sqlite");
        new SwitchIntent(restore, "safety.sqlite", null)
                .toAccepted()
                .write(root.files().intent());
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + root.database());
                Statement statement = connection.createStatement()) {
            statement.execute("insert into edge values ('refers', 'to', 'no', 'thing')");
        }

        try (AnnotationConfigApplicationContext context = root.start()) {
            assertThat(projects(context)).containsExactly("Garden");
        }
    }

    /** As on a full disk: the note of a former database cannot be written. */
    @Test
    void aFormerDatabaseThatCannotBeKeptYetDoesNotStopTheStart() throws Exception {
        switchedToNew(null);
        SwitchIntent.keeping(restore, "kept", FormerDatabaseReason.NOT_RESTORABLE, true)
                .toAccepted()
                .write(root.files().intent());

        try (Volume volume = new Volume()) {
            volume.attribute(root.files().aside(), 'i');
            try (AnnotationConfigApplicationContext context = root.start()) {
                assertThat(projects(context)).containsExactly("Garden");
            }
        }
        assertThat(root.files().aside(root.database())).hasContent("the former one");

        try (AnnotationConfigApplicationContext context = root.start()) {
            assertThat(projects(context)).containsExactly("Garden");
        }
        Path formerFolder = root.database().resolveSibling("kept");
        assertThat(formerFolder.resolve("graph_tracker.db")).hasContent("the former one");
        assertThat(FormerDatabaseNote.read(formerFolder)).isPresent();
        assertThat(root.files().intent()).doesNotExist();
    }

    @Test
    void whatCannotBeDeletedYetDoesNotStopTheStart() throws Exception {
        Path former = Files.createDirectory(root.files().outdated()).resolve("graph_tracker.db");
        Files.writeString(former, "the former one");

        try (Volume volume = new Volume()) {
            volume.attribute(former, 'i');
            try (AnnotationConfigApplicationContext context = root.start()) {
                assertThat(projects(context)).containsExactly("Garden");
            }
        }
        root.start().close();
        assertThat(root.files().outdated()).doesNotExist();
    }

    /** As the operations guide recommends as a last resort. */
    @Test
    void aFormerDatabaseIsKeptIfSomebodyTakesTheIntentAway() throws Exception {
        switchedToNew(null);
        Files.delete(root.files().intent());

        try (AnnotationConfigApplicationContext context = root.start()) {
            assertThat(projects(context)).containsExactly("Garden");
        }
        assertThat(root.database().resolveSibling("graph_tracker.db.before-restore/graph_tracker.db"))
                .hasContent("the former one");
    }

    @Test
    void whatWasStagedAndNeverSwitchedToIsClearedAwayAndNotRecorded() throws Exception {
        Files.writeString(root.files().staged(), "half a copy");

        try (AnnotationConfigApplicationContext context = root.start()) {
            assertThat(projects(context)).containsExactly("Garden");
            assertThat(context.getBean(AuditLog.class).latest(9)).isEmpty();
        }
        assertThat(root.files().staged()).doesNotExist();
    }

    /** Recovery would take it for the new database, and delete the only one there is. */
    @Test
    void anEmptyDatabaseBesideAFormerOneStopsTheStart() throws Exception {
        Path former = switchedToNew("safety.sqlite");
        new SwitchIntent(restore, "safety.sqlite", null)
                .toAccepted()
                .write(root.files().intent());
        Files.write(root.database(), new byte[0]);

        StartupException refusal = refusal();

        assertThat(refusal)
                .hasMessageContaining(root.database() + " is empty, but a restore left another one: " + former);
        assertThat(former).hasContent("the former one");
        assertThat(root.files().intent()).exists();
    }

    @Test
    void aMissingDatabaseBesideOneThatWasToBeDeletedStopsTheStart() throws Exception {
        Path former = Files.createDirectory(root.files().outdated()).resolve("graph_tracker.db");
        Files.move(root.database(), former);

        assertThat(refusal()).hasMessageContaining("is missing, but a restore left another one: " + former);
        assertThat(root.database()).doesNotExist();

        Files.move(former, root.database());
        try (AnnotationConfigApplicationContext context = root.start()) {
            assertThat(projects(context)).containsExactly("Garden");
        }
    }

    @Test
    void aMissingDatabaseBesideACopyThatWasStagedStopsTheStart() throws Exception {
        Files.move(root.database(), root.files().staged());

        assertThat(refusal())
                .hasMessageContaining("is missing, but a restore left another one: "
                        + root.files().staged());
        assertThat(root.files().staged()).exists();
    }

    private StartupException refusal() {
        Throwable failure = catchThrowable(() -> root.start().getBean(DataSource.class));
        assertThat(failure).hasRootCauseInstanceOf(StartupException.class);
        return (StartupException) Throwables.getRootCause(failure);
    }

    /** Leaves the live database in the place of a former one. */
    private Path switchedToNew(@Nullable String safetyBackup) throws Exception {
        DatabaseFiles files = root.files();
        Files.createDirectory(files.aside());
        Path former = files.aside(files.database());
        Files.writeString(former, "the former one");
        new SwitchIntent(restore, safetyBackup, null).write(files.intent());
        return former;
    }
}
