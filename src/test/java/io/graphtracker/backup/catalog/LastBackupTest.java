package io.graphtracker.backup.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupKind;
import io.graphtracker.backup.BackupManifest;
import io.graphtracker.backup.FileStamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which backup is shown as the last one, in the Actions row and in the Settings tab. */
class LastBackupTest extends BackupCatalogFixture {

    @Test
    void withoutAFolderThereIsNone() throws IOException {
        Files.delete(backups.folder());

        assertThat(catalog.last()).isEqualTo(new LastBackup.None(false));
    }

    @Test
    void withoutSettingsItIsUnknown() throws IOException {
        Files.writeString(root.resolve(".env"), "");

        assertThatExceptionOfType(BackupException.class).isThrownBy(catalog::last);
    }

    @Test
    void aFolderWithoutBackupsHasNone() throws IOException {
        for (String name : List.of(
                "notes.txt",
                ".graph_tracker_20261122_130000.sqlite.part",
                "graph_tracker_20261122_130000.sqlite.sha256",
                "of-somebody.sqlite")) {
            Files.writeString(backups.file(name), "content");
        }
        Files.createDirectory(backups.file("graph_tracker_20261122_140000.sqlite"));

        assertThat(catalog.last()).isEqualTo(new LastBackup.None(false));
    }

    @Test
    void itIsTheOneBegunLastWheneverItsFileWasCopied() throws IOException {
        String older = backups.makeNamed();
        String newest = backups.makeNamed();
        Files.setLastModifiedTime(
                backups.file(older), FileTime.from(backups.now().plusSeconds(60)));

        assertThat(catalog.last()).isEqualTo(new LastBackup.Found(catalog.find(newest)));
    }

    @Test
    void theNumberDecidesBetweenBackupsOfTheSameSecond() throws IOException {
        Path first = backups.make();
        String ninth = "graph_tracker_20261122_213000_9.sqlite";
        String tenth = "graph_tracker_20261122_213000_10.sqlite";
        copy(first, ninth);
        copy(first, tenth);

        assertThat(last()).isEqualTo(tenth);
        assertThat(names()).containsExactly(tenth, ninth, first.getFileName().toString());
    }

    @ParameterizedTest
    @EnumSource(names = {"UPLOADED", "ADDED", "BEFORE_RESTORE"})
    void whatCameFromElsewhereOrIsASafetyBackupDoesNotCount(BackupKind kind) throws IOException {
        String own = backups.makeNamed();
        Path other = backups.make();
        replaceInManifest(other, "\"manual\"", "\"" + kind.code() + "\"");

        assertThat(last()).isEqualTo(own);
    }

    @Test
    void aBackupThatACheckFoundDamagedDoesNotCount() throws IOException {
        String older = backups.makeNamed();
        String newest = backups.makeNamed();
        flipLastByte(backups.file(newest));
        assertThat(last()).as("nobody knows yet").isEqualTo(newest);

        assertThatExceptionOfType(BackupException.class)
                .isThrownBy(() -> backups.bean(CatalogService.class).verify(newest, "zoe"));

        assertThat(last()).isEqualTo(older);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFileOfAnotherLengthDoesNotCount(boolean withManifest) throws IOException {
        String older = backups.makeNamed();
        Path newest = backups.make();
        if (!withManifest) {
            Files.delete(Path.of(newest + ".json"));
        }
        damageLength(newest);

        assertThat(last()).isEqualTo(older);
    }

    @Test
    void aFileThatIsNoDatabaseDoesNotCount() throws IOException {
        String older = backups.makeNamed();
        Files.writeString(backups.make(), "content");

        assertThat(last()).isEqualTo(older);
    }

    @Test
    void manyDamagedOnesDoNotHideAnOlderOne() throws IOException {
        String older = backups.makeNamed();
        for (int second = 10; second < 60; second++) {
            Files.writeString(backups.file("graph_tracker_20261122_2131%d.sqlite".formatted(second)), "content");
        }

        assertThat(last()).isEqualTo(older);
    }

    @Test
    void whereAllAreDamagedThatIsTold() throws IOException {
        damageLength(backups.make());

        assertThat(catalog.last()).isEqualTo(new LastBackup.None(true));
    }

    /** It is the latest copy of its database, though a faulty one; pages say what is wrong. */
    @Test
    void oneThatCannotBeRestoredCounts() throws IOException {
        backups.makeNamed();
        Path newest = backups.make();
        BackupManifest fault = manifest(newest)
                .withNotRestorable(
                        new BackupManifest.NotRestorable(backups.now(), "view", List.of("v")), FileStamp.of(newest));
        Files.write(Path.of(newest + ".json"), fault.toJson());

        assertThat(last()).isEqualTo(newest.getFileName().toString());
        assertThat(((LastBackup.Found) catalog.last()).entry().state())
                .isEqualTo(new VerificationState.NotRestorable("view", List.of("v")));
    }

    @Test
    void oneThatIsNotVerifiedCounts() throws IOException {
        backups.makeNamed();
        Path newest = backups.make();
        Files.delete(Path.of(newest + ".json"));

        assertThat(last()).isEqualTo(newest.getFileName().toString());
    }

    @Test
    void oneThatMayNotBeReadIsNotKnownToBeDamaged() {
        assertThat(entry(new VerificationState.Broken("unreadable")).isDamaged())
                .isFalse();
        assertThat(entry(new VerificationState.Broken("length")).isDamaged()).isTrue();
    }

    private static CatalogEntry entry(VerificationState state) {
        return new CatalogEntry(
                OLD_NAME, Path.of("/backups", OLD_NAME), 1, ZonedDateTime.now(), state, null, false, false);
    }

    private String last() throws IOException {
        return ((LastBackup.Found) catalog.last()).entry().name();
    }

    private static void flipLastByte(Path file) throws IOException {
        FileTime before = Files.getLastModifiedTime(file);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
        Files.setLastModifiedTime(file, before);
    }
}
