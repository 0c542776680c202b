package io.graphtracker.backup.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupManifest;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.testing.OrdinaryUser;
import io.graphtracker.testing.Volume;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Folders and files on which the system refuses the operation. */
@EnabledOnOs(OS.LINUX)
class CatalogRefusalTest extends CatalogServiceFixture {

    private final Volume volume = new Volume();

    @AfterEach
    void unmount() throws Exception {
        volume.close();
    }

    @Test
    void inAReadOnlyFolderACheckIsPassedThoughItCannotBeNoted() throws Exception {
        backups.advance(Duration.ofDays(3));
        BackupManifest before = manifest(older);
        makeReadOnly();

        assertThat(service.verify(older, "zoe")).as("noted").isFalse();
        assertThat(manifest(older)).isEqualTo(before);
        assertThat(last().problem()).isNull();
    }

    @Test
    void inAReadOnlyFolderNothingIsProtectedOrDeleted() throws Exception {
        makeReadOnly();

        assertRefused(failure(() -> service.setProtected(older, true, "zoe")), "not-writable");
        assertRefused(failure(() -> service.delete(older, "zoe")), "not-writable");
    }

    @Test
    void whereNothingCanBeDeletedTheSystemsWordsAreTold() throws Exception {
        volume.attribute(backups.folder(), 'a');

        assertRefused(failure(() -> service.delete(older, "zoe")), "system");
        assertThat(backups.file(older)).exists();
        assertRefused(failure(() -> service.setProtected(older, true, "zoe")), "system");
        assertThat(manifest(older).isProtected()).isFalse();
    }

    @Test
    @OrdinaryUser
    void aBackupThatMayNotBeReadIsNotToldAsDamaged() throws IOException {
        Path file = backups.file(older);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));

        assertUnreadable(failure(() -> service.verify(older, "zoe")));
        assertUnreadable(failure(() -> service.download(older, "zoe")));
        assertThat(last().problem()).isEqualTo("backup_unusable");

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThat(backups.bean(BackupCatalog.class).find(older).state()).isInstanceOf(VerificationState.Proven.class);
    }

    private void makeReadOnly() throws IOException, InterruptedException {
        volume.bind(backups.folder());
        volume.makeReadOnly(backups.folder());
    }

    private static void assertUnreadable(BackupException reason) {
        assertThat(reason.problem()).isEqualTo(BackupProblem.BACKUP_UNUSABLE);
        assertThat(reason.kind()).isEqualTo("unreadable");
    }

    private static void assertRefused(BackupException reason, String kind) {
        assertThat(reason.problem()).isEqualTo(BackupProblem.BACKUPS_DIR_UNUSABLE);
        assertThat(reason.kind()).isEqualTo(kind);
    }
}
