package io.graphtracker.backup.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import io.graphtracker.backup.BackupKind;
import io.graphtracker.backup.BackupManifest;
import io.graphtracker.backup.audit.AuditEntry;
import io.graphtracker.backup.audit.AuditEntryKind;
import io.graphtracker.backup.audit.AuditLog;
import io.graphtracker.backup.catalog.BackupCatalog;
import io.graphtracker.backup.catalog.CatalogEntry;
import io.graphtracker.database.SchemaMigrations;
import io.graphtracker.environment.StartupException;
import io.graphtracker.testing.OlderDatabase;
import io.graphtracker.testing.PlainContext;
import io.graphtracker.testing.SmallVolume;
import io.graphtracker.testing.StubVolumeSpace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** A start without Flyway, so that the database is what it is between the backup and the migration. */
class BackupBeforeUpgradeTest {

    private static final String OLD = "4";
    private static final String LATEST = OlderDatabase.latest();

    @TempDir
    Path root;

    private Path database;

    @BeforeEach
    void place() throws IOException {
        database = root.resolve("instance/graph_tracker.db");
        env("BACKUPS_DIR=backups\n");
    }

    @Test
    void anOlderDatabaseWithDataIsBackedUpAndOtherwiseUntouched() throws Exception {
        byte[] before = Files.readAllBytes(OlderDatabase.create(database, OLD));

        try (AnnotationConfigApplicationContext context = start()) {
            CatalogEntry entry = entries(context).getFirst();
            assertThat(entry.isProven()).isTrue();
            assertThat(entry.isOfDatabaseInUse()).isTrue();
            BackupManifest manifest = entry.manifest();
            assertThat(manifest.kind()).isEqualTo(BackupKind.BEFORE_UPGRADE);
            assertThat(manifest.schemaVersion()).isEqualTo(OLD);
            assertThat(OlderDatabase.schemaOf(entry.file())).isEqualTo(OLD);
            assertThat(projectsOf(entry.file())).isEqualTo(1);
            assertThat(audited(context)).containsExactly(tuple(AuditEntryKind.MADE, entry.name(), "upgrade", ""));
        }

        assertThat(database).hasBinaryContent(before);
    }

    /** A crash, or a migration that fails again and again, must not fill the disk with equal backups. */
    @Test
    void aStartThatWasKilledBetweenBackupAndMigrationIsRepeatedWithItsBackup() throws Exception {
        OlderDatabase.create(database, OLD);
        String made = nameAfterStart();

        assertThat(nameAfterStart()).isEqualTo(made);
    }

    /** As on a full disk: what was to go to it is gone, and what was there before stays. */
    @Test
    void aMigrationThatFailsLeavesTheFormerSchemaAndItsBackup() throws Exception {
        Path folder = Files.createDirectories(database.getParent());
        SmallVolume volume = SmallVolume.orSkip(SmallVolume.mount(folder, "1m").orElse(null));
        try {
            OlderDatabase.create(database, OLD);
            try (AnnotationConfigApplicationContext context = start();
                    SmallVolume.Filled full = volume.fill()) {
                SchemaMigrations migrations = context.getBean(SchemaMigrations.class);
                assertThatException().isThrownBy(() -> migrations.migrate(database));
            }
            String made = nameAfterStart();

            assertThat(OlderDatabase.schemaOf(database)).isEqualTo(OLD);
            assertThat(projectsOf(database)).isEqualTo(1);
            assertThat(projectsOf(root.resolve("backups").resolve(made))).isEqualTo(1);
        } finally {
            volume.close();
        }
    }

    @Test
    void aBackupOfAnEarlierStartThatWasDamagedSinceIsReplaced() throws Exception {
        OlderDatabase.create(database, OLD);
        Path damaged = root.resolve("backups").resolve(nameAfterStart());
        byte[] bytes = Files.readAllBytes(damaged);
        bytes[bytes.length - 1]++;
        Files.write(damaged, bytes);

        try (AnnotationConfigApplicationContext context = start()) {
            assertThat(entries(context)).filteredOn(CatalogEntry::isProven).hasSize(1);
            assertThat(entries(context)).hasSize(2);
        }
    }

    @Test
    void aDatabaseThatIsNewEmptyOrUpToDateIsNotBackedUp() throws Exception {
        assertNoBackup();
        assertThat(database).doesNotExist();

        Files.createDirectories(database.getParent());
        Files.createFile(database);
        assertNoBackup();
        Files.delete(database);

        OlderDatabase.createEmpty(database, OLD);
        assertNoBackup();
        Files.delete(database);

        OlderDatabase.create(database, LATEST);
        assertNoBackup();
    }

    @Test
    void withoutAFolderItIsSaidWhatToWriteIntoEnv() throws Exception {
        OlderDatabase.create(database, OLD);
        for (String content : List.of("", "BACKUPS_DIR=\n")) {
            env(content);
            assertNotSet();
        }
        Files.delete(root.resolve(".env"));
        assertNotSet();
    }

    private void assertNotSet() throws IOException {
        StartupException refused = refused(context -> {});

        assertThat(refused)
                .hasMessage("This version must migrate the database from schema 4 to " + LATEST
                        + ", but could not back it up first: BACKUPS_DIR is not set.");
        assertThat(refused.action())
                .isEqualTo("Add a line such as BACKUPS_DIR=backups to " + root.resolve(".env")
                        + " (a folder on another disk is better), and start again. The database was not changed.");
    }

    @Test
    void aFolderThatCannotBeUsedIsNamed() throws Exception {
        OlderDatabase.create(database, OLD);
        Files.writeString(root.resolve("backups"), "");

        StartupException refused = refused(context -> {});

        assertThat(refused).hasMessageEndingWith("The backups folder backups cannot be used: it is a file.");
        assertThat(refused.action())
                .isEqualTo("Correct BACKUPS_DIR in " + root.resolve(".env")
                        + ", and start again. The database was not changed.");
    }

    @Test
    void withoutSpaceForTheBackupNothingIsMigrated() throws Exception {
        OlderDatabase.create(database, OLD);

        StartupException refused = refused(context -> {
            StubVolumeSpace space = new StubVolumeSpace();
            space.answer(() -> 1000);
            context.registerBean("noSpace", StubVolumeSpace.class, () -> space, bean -> bean.setPrimary(true));
        });

        assertThat(refused).hasMessageContaining("There is too little space");
        assertThat(refused.action())
                .contains("Free some space there", "Then start again. The database was not changed.");
    }

    /** What it writes after the backup would be lost on the way back. */
    @Test
    void aDatabaseThatTheFormerVersionStillHasOpenIsNotMigrated() throws Exception {
        OlderDatabase.create(database, OLD);
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + database)) {
            other.createStatement().executeQuery("select * from project").close();

            StartupException refused = refused(context -> {});

            assertThat(refused).hasMessageContaining("another program has it open");
            assertThat(refused.action()).startsWith("Stop the former version");
        }
    }

    /** The copy is exact, and the former version can go on with it. */
    @Test
    void aFaultThatTheDatabaseHadBeforeDoesNotPreventTheUpgrade() throws Exception {
        OlderDatabase.create(database, OLD);
        OlderDatabase.execute(database, "create view mine as select * from project");

        try (AnnotationConfigApplicationContext context = start()) {
            assertThat(entries(context)).singleElement().satisfies(entry -> {
                assertThat(entry.manifest().notRestorable().reason()).isEqualTo("view");
                assertThat(projectsOf(entry.file())).isEqualTo(1);
            });
        }
    }

    @Test
    void aDatabaseOfANewerVersionIsRefused() throws Exception {
        OlderDatabase.create(database, "900");

        StartupException refused = refused(context -> {});

        assertThat(refused)
                .hasMessage("The database " + database + " belongs to a newer version of Graph Tracker: its schema is"
                        + " 900, and this version knows those up to " + LATEST + ".");
        assertThat(refused.action()).contains("“Roll back” in docs/operations.md");
    }

    private void assertNoBackup() {
        try (AnnotationConfigApplicationContext context = start()) {
            assertThat(audited(context)).isEmpty();
            assertThat(root.resolve("backups")).doesNotExist();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Requires that nothing was changed. */
    private StartupException refused(Consumer<AnnotationConfigApplicationContext> more) throws IOException {
        byte[] before = Files.readAllBytes(database);

        Throwable failure = catchThrowable(() -> PlainContext.start(root, context -> {
                    context.register(BackupBeforeUpgrade.class);
                    more.accept(context);
                })
                .close());

        Throwable cause = Throwables.getRootCause(failure);
        assertThat(cause).isInstanceOf(StartupException.class);
        assertThat(database).hasBinaryContent(before);
        return (StartupException) cause;
    }

    private String nameAfterStart() throws IOException {
        try (AnnotationConfigApplicationContext context = start()) {
            List<CatalogEntry> entries = entries(context);
            assertThat(entries).hasSize(1);
            return entries.getFirst().name();
        }
    }

    private AnnotationConfigApplicationContext start() {
        return PlainContext.start(root, BackupBeforeUpgrade.class);
    }

    private static List<CatalogEntry> entries(AnnotationConfigApplicationContext context) throws IOException {
        return context.getBean(BackupCatalog.class).list().entries();
    }

    private static List<org.assertj.core.groups.Tuple> audited(AnnotationConfigApplicationContext context)
            throws IOException {
        return context.getBean(AuditLog.class).latest(9).stream()
                .map(entry -> tuple(entry.kind(), entry.backup(), entry.user(), problem(entry)))
                .toList();
    }

    private static String problem(AuditEntry entry) {
        return entry.problem() == null ? "" : entry.problem();
    }

    private static int projectsOf(Path file) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            return connection
                    .createStatement()
                    .executeQuery("select count(*) from project")
                    .getInt(1);
        }
    }

    private void env(String content) throws IOException {
        Files.writeString(root.resolve(".env"), content);
    }
}
