package io.graphtracker.backup.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupKind;
import io.graphtracker.backup.BackupManifest;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.BackupTexts;
import io.graphtracker.backup.FolderContents;
import io.graphtracker.backup.Sha256;
import io.graphtracker.backup.VerificationJob;
import io.graphtracker.backup.VerificationProgress;
import io.graphtracker.backup.audit.AuditEntryKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same. */
class UploadServiceTest extends UploadFixture {
    @Test
    void aBackupIsKeptUnderItsNameWithChecksumAndManifest() throws IOException {
        assertThat(upload(NAME)).isEqualTo(NAME);

        Path file = backups.file(NAME);
        assertThat(file).hasBinaryContent(backup);
        assertThat(names()).containsExactlyInAnyOrder(NAME, NAME + ".json", NAME + ".sha256");
        assertThat(Path.of(file + ".sha256")).hasContent(Sha256.of(file) + "  " + NAME + "\n");
        BackupManifest manifest = manifest(NAME);
        assertThat(manifest.kind()).isEqualTo(BackupKind.UPLOADED);
        assertThat(manifest.file()).isEqualTo(NAME);
        assertThat(manifest.createdAt()).isEqualTo("2025-01-02T03:04:05Z");
        assertThat(manifest.provenAt()).isEqualTo(backups.now());
        assertThat(manifest.sizeBytes()).isEqualTo(backup.length);
        assertThat(manifest.sha256()).isEqualTo(Sha256.of(file));
        assertThat(manifest.schemaVersion()).isEqualTo("2");
        assertThat(backups.bean(BackupCatalog.class).find(NAME).state()).isInstanceOf(VerificationState.Proven.class);
    }

    @Test
    void itIsRecordedAndPublished() throws IOException {
        long published = backups.published(CatalogChanged.class);

        upload(NAME);

        assertThat(last().kind()).isEqualTo(AuditEntryKind.UPLOADED);
        assertThat(last().backup()).isEqualTo(NAME);
        assertThat(last().user()).isEqualTo("zoe");
        assertThat(last().succeeded()).isTrue();
        assertThat(backups.published(CatalogChanged.class)).isEqualTo(published + 1);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void allOfItIsForItsOwnersEyesOnlyFromTheFirstByteOn() throws IOException {
        List<String> permissions = new ArrayList<>();
        InputStream watching = new InputStream() {
            @Override
            public int read() throws IOException {
                return -1;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                try (var files = Files.newDirectoryStream(backups.folder(), ".upload-*.part")) {
                    for (Path part : files) {
                        permissions.add(PosixFilePermissions.toString(Files.getPosixFilePermissions(part)));
                    }
                }
                return -1;
            }
        };
        service.upload(new SequenceInputStream(content(backup), watching), NAME, backup.length, "zoe");

        assertThat(permissions).containsExactly("rw-------");
        for (String name : names()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backups.file(name))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void itsOriginalNameAndDateStayAsNotes() throws IOException {
        Instant modifiedAt = Instant.parse("2024-03-01T10:11:12Z");
        var sent = new UploadService.Sent("holiday\u202e.db", backup.length, modifiedAt);

        String kept = service.upload(content(backup), sent, "zoe", VerificationJob.unwatched());

        assertThat(manifest(kept).original()).isEqualTo(new BackupManifest.Original("holiday[U+202E].db", modifiedAt));
        assertThat(manifest(kept).withProtection(true).original()).isNotNull();
    }

    @Test
    void aLongOriginalNameIsCut() throws IOException {
        String kept = upload("x".repeat(10_000) + ".db");

        assertThat(manifest(kept).original().name()).isEqualTo("x".repeat(255));
        assertThat(manifest(kept).original().modifiedAt()).isNull();
    }

    @Test
    void itIsTellableFromOthersByItsBytes() throws IOException {
        String first = upload(NAME);
        String second = upload("again.db");
        BackupCatalog catalog = backups.bean(BackupCatalog.class);

        assertThat(catalog.list().identicalTo(second)).contains(first);
        Files.delete(backups.file(first));
        assertThat(catalog.list().identicalTo(second)).isEmpty();
    }

    @Test
    void aNameThatIsTakenGetsANumber() throws IOException {
        upload(NAME);
        Files.writeString(backups.file("graph_tracker_20250102_030405_2.sqlite.json"), "of somebody");

        assertThat(upload(NAME)).isEqualTo("graph_tracker_20250102_030405_3.sqlite");
        assertThat(manifest("graph_tracker_20250102_030405_3.sqlite").file())
                .isEqualTo("graph_tracker_20250102_030405_3.sqlite");
        assertThat(backups.file(NAME)).hasBinaryContent(backup);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mine.sqlite",
                "backup (1).db",
                "graph_tracker_20250102_030405 (1).sqlite",
                "graph_tracker_20259999_999999.sqlite",
                NAME + ".json",
                "../" + NAME,
                "..\\" + NAME,
                "/etc/" + NAME,
                "C:\\Users\\zoe\\" + NAME,
                NAME + "\0",
                NAME + "\n",
                "..",
                "\uD800"
            })
    void underAnotherNameItIsKeptUnderTheTime(String name) throws IOException {
        assertThat(upload(name)).isEqualTo(NOW);
        assertThat(names()).containsExactlyInAnyOrder(NOW, NOW + ".json", NOW + ".sha256");
        assertThat(manifest(NOW).createdAt()).isEqualTo("2026-11-22T21:30:00Z");
        assertThat(root.resolve(NAME)).doesNotExist();
    }

    @Test
    void aLongNameIsNoName() throws IOException {
        assertThat(upload("x".repeat(100_000) + ".sqlite")).isEqualTo(NOW);
        assertThat(last().backup()).as("what it is called here").isEqualTo(NOW);
    }

    /** Otherwise it would be the newest for years, and the newest verified one could be deleted. */
    @ParameterizedTest
    @CsvSource({
        "graph_tracker_99991231_235959.sqlite, 2026-11-22T21:30:00Z",
        "graph_tracker_20261122_213001.sqlite, 2026-11-22T21:30:00Z",
        "graph_tracker_19691231_235959.sqlite, 1970-01-01T00:00:01Z",
        "graph_tracker_00000101_000000.sqlite, 1970-01-01T00:00:01Z"
    })
    void aNameFromAStrangeTimeDoesNotDeceive(String name, Instant created) throws IOException {
        assertThat(upload(name)).isEqualTo(name);

        assertThat(manifest(name).createdAt()).isEqualTo(created);
    }

    @Test
    void itsLengthNeedNotBeAnnounced() throws IOException {
        assertThat(service.upload(content(backup), NAME, -1, "zoe")).isEqualTo(NAME);
    }

    @Test
    void theFolderIsMade() throws IOException {
        Files.delete(backups.file(".graph_tracker.lock"));
        Files.delete(backups.folder());

        assertThat(upload(NAME)).isEqualTo(NAME);
    }

    @Test
    void whatACrashLeftIsDeletedAtTheStartIfItIsOld() throws IOException {
        Path old = leftover(".upload-1.part", Duration.ofHours(25));
        Path young = leftover(".upload-2.part", Duration.ofHours(23));
        Path other = leftover(".upload-3.txt", Duration.ofDays(99));
        Path visible = leftover("upload-4.part", Duration.ofDays(99));

        deleteLeftovers();

        assertThat(old).doesNotExist();
        assertThat(List.of(young, other, visible))
                .allSatisfy(file -> assertThat(file).exists());
    }

    @Test
    void itsCheckIsFollowedAndMayBeGivenUp() throws IOException {
        FolderContents before = FolderContents.of(backups.folder());
        List<VerificationProgress> told = new ArrayList<>();
        VerificationJob[] job = new VerificationJob[1];
        job[0] = VerificationJob.watched(progress -> {
            told.add(progress);
            if (!progress.hasPercent()) {
                job[0].cancel();
            }
        });

        BackupException reason = catchThrowableOfType(
                BackupException.class,
                () -> service.upload(
                        content(backup), new UploadService.Sent(NAME, backup.length, null), "zoe", job[0]));

        assertThat(reason.problem()).isEqualTo(BackupProblem.BACKUP_CANCELLED);
        assertThat(backups.bean(BackupTexts.class).message(reason)).isEqualTo("The check was cancelled.");
        assertThat(backups.bean(BackupTexts.class).hint(reason)).isEqualTo("Nothing was kept of it.");
        assertThat(told).extracting(VerificationProgress::percent).startsWith(0).endsWith(VerificationProgress.UNKNOWN);
        assertThat(FolderContents.of(backups.folder())).isEqualTo(before);
    }
}
