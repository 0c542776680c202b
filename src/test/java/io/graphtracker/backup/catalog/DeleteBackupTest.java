package io.graphtracker.backup.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.FolderContents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Which backups can be deleted, and which cannot. */
class DeleteBackupTest extends CatalogServiceFixture {
    @Test
    void aDeletedBackupIsGoneWithWhatBelongsToItAndNothingElse() throws IOException {
        Files.writeString(backups.file("notes.txt"), "mine");

        service.delete(older, "zoe");

        assertThat(contents().names())
                .containsExactlyInAnyOrder(newest, newest + ".json", newest + ".sha256", "notes.txt");
    }

    @Test
    void aFileWithoutManifestAndChecksumIsDeletedToo() throws IOException {
        Files.copy(backups.file(older), backups.file("mine.sqlite"));

        service.delete("mine.sqlite", "zoe");

        assertThat(backups.file("mine.sqlite")).doesNotExist();
        assertThat(backups.file(older)).exists();
    }

    @Test
    void aBrokenBackupCanBeDeleted() throws IOException {
        Files.writeString(backups.file(newest), "garbage");

        service.delete(newest, "zoe");

        assertThat(contents().names()).containsExactlyInAnyOrder(older, older + ".json", older + ".sha256");
    }

    @Test
    void oneThatWasTheNewestCanBeDeletedWhenThereIsANewerOne() throws IOException {
        backups.makeNamed();

        service.delete(newest, "zoe");

        assertThat(backups.file(newest)).doesNotExist();
    }

    @Test
    void theNewestProvenOneStays() throws IOException {
        assertKept(newest, "newest");

        // what is newer, but not proven, does not count
        Files.writeString(backups.file(newest), "garbage");
        assertKept(older, "newest");
    }

    @Test
    void aProtectedOneStaysUntilItIsNoMore() throws IOException {
        service.setProtected(older, true, "zoe");
        assertKept(older, "protected");

        service.setProtected(older, false, "zoe");
        service.delete(older, "zoe");
        assertThat(backups.file(older)).doesNotExist();
    }

    /** Whether it is broken or not. */
    @Test
    void aProtectedOneStaysAlsoWhenItIsBroken() throws IOException {
        service.setProtected(older, true, "zoe");
        Files.writeString(backups.file(older), "garbage");

        assertKept(older, "protected");
    }

    @Test
    void whatIsNotOursStays() throws IOException {
        Files.createDirectory(backups.file("folder.sqlite"));
        Files.writeString(backups.file("garbage.db"), "garbage");

        assertKept("folder.sqlite", "foreign");
        assertKept("garbage.db", "foreign");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkAndWhatItLeadsToStay() throws IOException {
        Path outside = Files.copy(backups.file(older), root.resolve("outside.sqlite"));
        Files.createSymbolicLink(backups.file("link.sqlite"), outside);

        assertKept("link.sqlite", "foreign");
        assertThat(outside).exists();
    }

    @Test
    void oneThatIsOlderThanAVerifiedOneIsDeletedWithTheReason() throws IOException {
        service.deleteOlder(older, newest, "retention", "Because of that.");

        assertThat(contents().names()).containsExactlyInAnyOrder(newest, newest + ".json", newest + ".sha256");
        assertThat(last().detail()).isEqualTo("Because of that.");
        assertThat(last().user()).isEqualTo("retention");
    }

    @Test
    void oneThatIsNotOlderThanAVerifiedOneStays() throws IOException {
        FolderContents before = contents();

        assertThat(failure(() -> service.deleteOlder(newest, older, "zoe", "")).kind())
                .isEqualTo("newest");
        assertThat(failure(() -> service.deleteOlder(newest, newest, "zoe", "")).kind())
                .isEqualTo("newest");
        assertThat(failure(() -> service.deleteOlder(older, "gone.sqlite", "zoe", ""))
                        .kind())
                .isEqualTo("newest");
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void oneThatIsOlderThanADamagedOneStays() throws IOException {
        Files.writeString(backups.file(newest), "garbage");

        assertThat(failure(() -> service.deleteOlder(older, newest, "zoe", "")).kind())
                .isEqualTo("newest");
        assertThat(backups.file(older)).exists();
    }

    @Test
    void anOlderOneThatIsProtectedOrNoLongerVerifiedStays() throws IOException {
        service.setProtected(older, true, "zoe");
        assertThat(failure(() -> service.deleteOlder(older, newest, "zoe", "")).kind())
                .isEqualTo("protected");
        service.setProtected(older, false, "zoe");

        Files.setLastModifiedTime(backups.file(older), FileTime.fromMillis(1));
        assertThat(problem(() -> service.deleteOlder(older, newest, "zoe", "")))
                .isEqualTo(BackupProblem.BACKUP_UNUSABLE);
        assertThat(backups.file(older)).exists();
    }
}
