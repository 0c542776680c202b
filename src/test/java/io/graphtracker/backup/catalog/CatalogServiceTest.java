package io.graphtracker.backup.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import ch.qos.logback.classic.Level;
import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupManifest;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.FolderContents;
import io.graphtracker.backup.RestorabilityCheck;
import io.graphtracker.backup.TestDatabase;
import io.graphtracker.backup.VerificationJobs;
import io.graphtracker.backup.VolumeSpace;
import io.graphtracker.backup.audit.AuditEntry;
import io.graphtracker.database.DatabaseContents;
import io.graphtracker.testing.CapturedLog;
import io.graphtracker.testing.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Operations on backups, and their audit log entries. {@link VerifyTest} has the results of verifications. */
class CatalogServiceTest extends CatalogServiceFixture {
    @ParameterizedTest
    @EnumSource
    void whatWasDoneIsRecordedAndPublished(Deed deed) throws IOException {
        long published = backups.published(CatalogChanged.class);

        deed.with(service, older);

        assertThat(last())
                .usingRecursiveComparison()
                .ignoringFields("id")
                .isEqualTo(AuditEntry.done(backups.now().truncatedTo(ChronoUnit.MILLIS), deed.kind, older, "zoe"));
        assertThat(backups.published(CatalogChanged.class)).isEqualTo(published + 1);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsUnknownIsNotFoundWhichIsPublishedButNotRecorded(Deed deed) throws IOException {
        FolderContents before = contents();
        List<AuditEntry> recorded = auditLog.latest(10);
        long published = backups.published(CatalogChanged.class);

        assertThat(problem(() -> deed.with(service, "unknown.sqlite"))).isEqualTo(BackupProblem.BACKUP_NOT_FOUND);

        assertThat(auditLog.latest(10)).isEqualTo(recorded);
        assertThat(backups.published(CatalogChanged.class)).isEqualTo(published + 1);
        assertThat(contents()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotOursIsLeftAlone(Deed deed) throws IOException, SQLException {
        try (Connection connection = TestDatabase.open(backups.file("bookmarks.sqlite"))) {
            TestDatabase.execute(connection, "CREATE TABLE t (x)");
        }
        FolderContents before = contents();

        assertThat(problem(() -> deed.with(service, "bookmarks.sqlite")))
                .isEqualTo(deed == Deed.DELETE ? BackupProblem.BACKUP_KEPT : BackupProblem.BACKUP_NOT_FOUND);

        assertThat(contents()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void whatVanishedIsNotFound(Deed deed) throws IOException {
        Files.delete(backups.file(older));

        assertThat(problem(() -> deed.with(service, older))).isEqualTo(BackupProblem.BACKUP_NOT_FOUND);
    }

    /** The size of an entry is limited, whatever is requested. */
    @ParameterizedTest
    @EnumSource
    void aLongNameIsRecordedShortened(Deed deed) throws IOException {
        Files.writeString(root.resolve(".env"), "DATABASE_URL=sqlite:///live.db\n");

        assertThat(problem(() -> deed.with(service, "x".repeat(100_000)))).isEqualTo(BackupProblem.BACKUPS_DIR_MISSING);

        assertThat(last().backup()).isEqualTo("x".repeat(255));
        assertThat(last().detail()).hasSizeLessThan(200);
    }

    @ParameterizedTest
    @EnumSource
    void settingsThatNameNoFolderAreTold(Deed deed) throws IOException {
        Files.writeString(root.resolve(".env"), "DATABASE_URL=sqlite:///live.db\n");

        assertThat(problem(() -> deed.with(service, older))).isEqualTo(BackupProblem.BACKUPS_DIR_MISSING);
        assertThat(last().problem()).isEqualTo("backups_dir_missing");
    }

    @ParameterizedTest
    @EnumSource
    void aListenerThatFailsChangesNothing(Deed deed) throws IOException {
        backups.on(CatalogChanged.class, () -> {
            throw new IllegalStateException("of the listener");
        });
        try (CapturedLog log = new CapturedLog("io.graphtracker.backup")) {
            assertThatCode(() -> deed.with(service, older)).doesNotThrowAnyException();
            assertThat(problem(() -> deed.with(service, "unknown.sqlite"))).isEqualTo(BackupProblem.BACKUP_NOT_FOUND);

            assertThat(log.text()).contains("of the listener");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRecordThatCannotBeWrittenChangesNothing(Deed deed) throws IOException {
        Files.delete(auditLog.file());
        Files.createDirectories(auditLog.file().resolve("in-the-way"));
        try (CapturedLog log = new CapturedLog("io.graphtracker.backup.audit")) {
            assertThatCode(() -> deed.with(service, older)).doesNotThrowAnyException();

            assertThat(log.messages(Level.ERROR)).singleElement().asString().contains("zoe", older);
        }
    }

    @Test
    void whoOnlyLooksIsNotRecorded() throws IOException {
        List<AuditEntry> before = auditLog.latest(10);
        long published = backups.published(CatalogChanged.class);

        assertThat(service.find(older).name()).isEqualTo(older);
        assertThat(service.list().entries()).hasSize(2);
        assertThat(problem(() -> service.find("unknown.sqlite"))).isEqualTo(BackupProblem.BACKUP_NOT_FOUND);

        assertThat(auditLog.latest(10)).isEqualTo(before);
        assertThat(backups.published(CatalogChanged.class)).isEqualTo(published);
    }

    @Test
    void aDownloadIsWhatTheListingHas() throws IOException {
        assertThat(service.download(older, "zoe"))
                .isEqualTo(backups.bean(BackupCatalog.class).find(older));
    }

    @Test
    void whatWasNeverCheckedHasNoManifestToProtectItIn() throws IOException {
        Files.delete(backups.file(older + ".json"));

        BackupException reason = failure(() -> service.setProtected(older, true, "zoe"));

        assertThat(reason.problem()).isEqualTo(BackupProblem.BACKUP_UNUSABLE);
        assertThat(reason.kind()).isEqualTo("unchecked");
        assertThat(backups.file(older + ".json")).doesNotExist();
    }

    /** A verification takes long, and its result is written to the manifest as that is at its end. */
    @Test
    void whatIsProtectedWhileItIsCheckedStaysProtected() {
        StaticListableBeanFactory parts = new StaticListableBeanFactory();
        DatabaseContents protecting = connection -> {
            service.setProtected(older, true, "zoe");
            return new LinkedHashMap<>();
        };
        parts.addBean("contents", protecting);
        CatalogService checking = new CatalogService(
                backups.bean(BackupCatalog.class),
                new BackupVerifier(
                        backups.bean(RestorabilityCheck.class),
                        backups.bean(VerificationJobs.class),
                        parts.getBeanProvider(DatabaseContents.class)),
                backups.bean(ManifestFactory.class),
                backups.bean(AuditedWork.class),
                backups.bean(VolumeSpace.class),
                backups.bean(SettableClock.class));

        checking.verify(older, "zoe");

        assertThat(manifest(older).isProtected()).isTrue();
        assertThat(manifest(older).provenAt()).isEqualTo(backups.now());
    }

    /** Each reads the manifest, and writes it with one change. */
    @Test
    void ofChangesAtOnceNoneIsLost() throws IOException {
        for (int i = 0; i < 10; i++) {
            boolean wanted = i % 2 == 0;
            CompletableFuture<Void> check = CompletableFuture.runAsync(() -> service.verify(older, "zoe"));
            CompletableFuture<Void> protection =
                    CompletableFuture.runAsync(() -> service.setProtected(older, wanted, "zoe"));
            check.join();
            protection.join();

            assertThat(manifest(older).isProtected()).isEqualTo(wanted);
            assertThat(manifest(older).provenAt()).isEqualTo(backups.now());
        }
    }

    @Test
    void protectionIsKeptInTheManifestAndTakenAwayAgain() throws IOException {
        FolderContents before = contents();
        BackupManifest original = manifest(older);

        service.setProtected(older, true, "zoe");
        assertThat(manifest(older)).isEqualTo(original.withProtection(true));
        assertThat(service.find(older).isProtected()).isTrue();
        service.setProtected(older, true, "zoe");
        assertThat(manifest(older)).isEqualTo(original.withProtection(true));

        service.setProtected(older, false, "zoe");
        assertThat(contents()).isEqualTo(before);
    }
}
