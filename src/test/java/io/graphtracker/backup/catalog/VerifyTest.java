package io.graphtracker.backup.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.graphtracker.backup.BackupKind;
import io.graphtracker.backup.BackupManifest;
import io.graphtracker.backup.FileStamp;
import io.graphtracker.backup.FolderContents;
import io.graphtracker.backup.Sha256;
import io.graphtracker.testing.OrdinaryUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Verifications of a backup: the result for each kind of damage, and the manifest afterwards. */
class VerifyTest extends VerifyFixture {
    @Test
    void aSoundBackupIsProvenAnewAndNothingElseChanges() throws IOException {
        FolderContents before = FolderContents.of(backups.folder());

        service.verify(name, "zoe");

        assertThat(manifest()).isEqualTo(original.withPassedCheck(backups.now(), original.checkedFile()));
        Files.write(manifestFile(), original.toJson());
        assertThat(FolderContents.of(backups.folder())).isEqualTo(before);
    }

    @Test
    void protectionOutlastsACheck() throws IOException {
        service.setProtected(name, true, "zoe");
        service.verify(name, "zoe");

        assertThat(manifest())
                .isEqualTo(original.withProtection(true).withPassedCheck(backups.now(), original.checkedFile()));
    }

    @Test
    void aCheckThatPassesClearsOneThatDidNot() throws IOException {
        byte[] sound = Files.readAllBytes(file);
        flip(Files.size(file) - 10);
        assertUnusable("checksum");

        Files.write(file, sound);
        service.verify(name, "zoe");

        assertThat(manifest()).isEqualTo(original.withPassedCheck(backups.now(), FileStamp.of(file)));
        assertThat(backups.bean(BackupCatalog.class).find(name).state())
                .isEqualTo(new VerificationState.Proven(backups.now()));
    }

    /** As after the whole folder was copied to another machine. */
    @Test
    void aCopyWithItsManifestIsProvenFromItsCheckOn() throws IOException {
        Path copy = Files.copy(file, root.resolve("copy"));
        Files.move(copy, file, StandardCopyOption.REPLACE_EXISTING);
        assertThat(backups.bean(BackupCatalog.class).find(name).state()).isEqualTo(new VerificationState.Unchecked());

        service.verify(name, "zoe");

        assertThat(backups.bean(BackupCatalog.class).find(name).state())
                .isEqualTo(new VerificationState.Proven(backups.now()));
    }

    @Test
    void aFailureIsNotedWithItsTimeAndTheOldProof() throws IOException {
        flip(200);

        assertUnusable("checksum");

        assertThat(manifest())
                .isEqualTo(original.withFailedCheck(new BackupManifest.FailedCheck(backups.now(), "checksum")));
        assertThat(backups.bean(BackupCatalog.class).find(name).state())
                .isEqualTo(new VerificationState.Broken("checksum"));
    }

    @Test
    void aFileThatWasAddedGetsAManifest() throws IOException {
        Files.move(file, backups.file("mine.sqlite"));
        Files.setLastModifiedTime(
                backups.file("mine.sqlite"), FileTime.from(Instant.parse("2023-05-06T07:08:09.123Z")));

        service.verify("mine.sqlite", "zoe");

        BackupManifest added =
                BackupManifest.read(backups.file("mine.sqlite.json")).orElseThrow();
        assertThat(added.kind()).isEqualTo(BackupKind.ADDED);
        assertThat(added.file()).isEqualTo("mine.sqlite");
        assertThat(added.createdAt()).isEqualTo("2023-05-06T07:08:09Z");
        assertThat(added.provenAt()).isEqualTo(backups.now());
        assertThat(added.sha256()).isEqualTo(Sha256.of(backups.file("mine.sqlite")));
        assertThat(added.sizeBytes()).isEqualTo(Files.size(backups.file("mine.sqlite")));
        assertThat(added.schemaVersion()).isEqualTo("2");
        assertThat(added.isProtected()).isFalse();
        assertThat(backups.bean(BackupCatalog.class).find("mine.sqlite").state())
                .isEqualTo(new VerificationState.Proven(backups.now()));
    }

    /** As archives without times, or a wrong clock, leave them. Not every such time can be written to a manifest. */
    @ParameterizedTest
    @CsvSource({
        "1970-01-01T00:00:00Z, 1970-01-01T00:00:01Z",
        "1969-01-01T00:00:00Z, 1970-01-01T00:00:01Z",
        "2199-01-01T00:00:00Z, 2026-11-25T21:30:00Z"
    })
    void aFileFromAStrangeTimeIsProvenToo(Instant modified, Instant created) throws IOException {
        Files.move(file, backups.file("mine.sqlite"));
        Files.setLastModifiedTime(backups.file("mine.sqlite"), FileTime.from(modified));

        service.verify("mine.sqlite", "zoe");

        assertThat(BackupManifest.read(backups.file("mine.sqlite.json")))
                .hasValueSatisfying(added -> assertThat(added.createdAt()).isEqualTo(created));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theManifestIsForItsOwnersEyesOnly() throws IOException {
        Files.delete(manifestFile());

        service.verify(name, "zoe");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(manifestFile())))
                .isEqualTo("rw-------");
    }

    /** The fault of the backup is more important. */
    @Test
    void thatAFailureCannotBeNotedDoesNotHideIt() throws IOException {
        flip(200);
        // a folder of the name that the manifest has until it is whole
        Files.createDirectories(backups.file("." + name + ".json.new").resolve("in-the-way"));

        assertUnusable("checksum");
    }

    @Test
    void aManifestThatCannotBeWrittenIsToldAndNothingChanges() throws IOException {
        Files.createDirectories(backups.file("." + name + ".json.new").resolve("in-the-way"));

        assertThat(service.verify(name, "zoe")).as("noted").isFalse();
        assertThat(manifest()).isEqualTo(original);
    }

    /** The link is replaced, not its target. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aManifestThatIsALinkIsNotWrittenThrough() throws IOException {
        Path elsewhere = Files.writeString(root.resolve("elsewhere.txt"), "mine");
        Files.delete(manifestFile());
        Files.createSymbolicLink(manifestFile(), elsewhere);

        service.verify(name, "zoe");

        assertThat(elsewhere).hasContent("mine");
        assertThat(manifest().kind()).isEqualTo(BackupKind.ADDED);
    }

    @Test
    @OrdinaryUser
    void aFileThatMayNotBeReadIsToldWithItsReason() throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));

        assertUnusable("unreadable");
    }

    @Test
    void aCheckChangesNothingBesideAndNeedsNoRightToWrite() throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
        byte[] before = Files.readAllBytes(file);

        assertThatCode(() -> service.verify(name, "zoe")).doesNotThrowAnyException();

        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(FolderContents.of(backups.folder()).names())
                .containsExactlyInAnyOrder(name, name + ".json", name + ".sha256");
    }
}
