package io.graphtracker.backup.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.graphtracker.backup.BackupEvent;
import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupKind;
import io.graphtracker.backup.BackupsDirectory;
import io.graphtracker.backup.FolderContents;
import io.graphtracker.backup.TestBackups;
import io.graphtracker.backup.VolumeSpace;
import io.graphtracker.backup.audit.AuditLog;
import io.graphtracker.database.DatabaseUrl;
import io.graphtracker.testing.OrdinaryUser;
import io.graphtracker.testing.RawNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The listing of each kind of file that may be in the folder. */
class BackupCatalogTest extends BackupCatalogFixture {
    @Test
    void anEmptyFolderIsThereAndHoldsNothing() throws IOException {
        assertThat(catalog.list()).isEqualTo(new Catalog(backups.folder(), true, List.of()));
    }

    @Test
    void aFolderThatIsNotThereHoldsNothingAndIsNotMade() throws IOException {
        Files.delete(backups.folder());

        assertThat(catalog.list()).isEqualTo(new Catalog(backups.folder(), false, List.of()));
        assertThat(backups.folder()).doesNotExist();
    }

    /** The next backup would not create it. */
    @Test
    void aFileInTheFoldersPlaceIsTold() throws IOException {
        Files.delete(backups.folder());
        Files.createFile(backups.folder());

        assertThatExceptionOfType(BackupException.class)
                .isThrownBy(catalog::list)
                .extracting(e -> e.problem().code() + " " + e.kind())
                .isEqualTo("backups_dir_unusable not-a-folder");
    }

    @Test
    @OrdinaryUser
    void aFolderThatMayNotBeReadIsTold() throws IOException {
        Files.setPosixFilePermissions(backups.folder(), PosixFilePermissions.fromString("-wx------"));
        try {
            assertThatIOException().isThrownBy(catalog::list);
        } finally {
            Files.setPosixFilePermissions(backups.folder(), PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void anotherDatabaseIsTold() {
        BackupCatalog onPostgresql = new BackupCatalog(
                backups.bean(BackupsDirectory.class),
                new DatabaseUrl.Postgresql("jdbc:postgresql://host/name", "user", "secret"),
                backups.bean(EntryReader.class),
                backups.bean(VolumeSpace.class),
                Clock.systemUTC());

        assertThatExceptionOfType(BackupException.class)
                .isThrownBy(onPostgresql::list)
                .extracting(e -> e.problem().code())
                .isEqualTo("unsupported_database");
    }

    @Test
    void aBackupIsProvenWithAllThatItsManifestSays() throws IOException {
        Path file = backups.make();

        CatalogEntry entry = only();
        assertThat(entry.name()).isEqualTo("graph_tracker_20261122_213000.sqlite");
        assertThat(entry.file()).isEqualTo(file);
        assertThat(entry.sizeBytes()).isEqualTo(Files.size(file));
        assertThat(entry.at().toLocalDateTime()).isEqualTo(TestBackups.NOW);
        assertThat(entry.state()).isInstanceOf(VerificationState.Proven.class);
        assertThat(entry.manifest()).isEqualTo(manifest(file));
        assertThat(entry.protectedAsNewest()).isTrue();
        assertThat(entry.isOurs()).isTrue();
        assertThat(entry.isRestorable()).isTrue();
        assertThat(entry.isProtected()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void eachKindIsShown(BackupKind kind) throws IOException {
        Path file = backups.make();
        replaceInManifest(file, "\"manual\"", "\"" + kind.code() + "\"");

        assertThat(only().manifest().kind()).isEqualTo(kind);
    }

    @Test
    void whatIsThereIsShownAndWhatVanishedIsNot() throws IOException {
        Path file = backups.make();
        assertThat(names()).hasSize(1);

        Files.delete(file);
        assertThat(names()).isEmpty();
    }

    @Test
    void nothingIsChangedByALook() throws IOException {
        backups.make();
        Files.writeString(backups.file("garbage.sqlite"), "x");
        FolderContents before = FolderContents.of(backups.folder());

        catalog.list();

        assertThat(FolderContents.of(backups.folder())).isEqualTo(before);
    }

    /** A name contains the local time of the server, which is set back in autumn, and can be changed. */
    @Test
    void theOrderIsThatOfTheManifestsInstants() throws IOException {
        String first = backups.makeNamed();
        String second = backups.makeNamed();
        replaceInManifest(backups.file(first), "2026-11-22T21:30:00Z", "2026-11-22T21:30:30Z");
        replaceInManifest(backups.file(second), "2026-11-22T21:31:00Z", "2026-11-22T21:30:29Z");

        assertThat(names()).containsExactly(first, second);
    }

    @Test
    void withoutManifestTheNameTellsTheTimeAndWithoutANameTheFile() throws IOException {
        Path file = backups.make();
        copy(file, OLD_NAME);
        Files.setLastModifiedTime(copy(file, "mine.sqlite"), FileTime.from(Instant.parse("2023-05-06T07:08:09Z")));

        assertThat(names()).containsExactly(file.getFileName().toString(), "mine.sqlite", OLD_NAME);
        assertThat(catalog.find("mine.sqlite").at()).hasToString("2023-05-06T07:08:09Z");
        assertThat(catalog.find(OLD_NAME).at()).hasToString("2020-01-02T03:04:05Z");
    }

    @Test
    void whatCameFromElsewhereIsOnlyMarkedIfNothingElseIsProven() throws IOException {
        String own = backups.makeNamed();
        Path uploaded = backups.make();
        replaceInManifest(uploaded, "\"manual\"", "\"uploaded\"");
        assertThat(marked()).containsExactly(own);

        Files.delete(backups.file(own));
        assertThat(marked()).containsExactly(uploaded.getFileName().toString());
    }

    @Test
    void onlyTheNewestProvenOneIsMarked() throws IOException {
        String oldest = backups.makeNamed();
        String older = backups.makeNamed();
        String newer = backups.makeNamed();
        assertThat(marked()).containsExactly(newer);

        damageLength(backups.file(newer));
        assertThat(marked()).containsExactly(older);

        Files.delete(Path.of(backups.file(older) + ".json"));
        assertThat(marked()).containsExactly(oldest);

        Files.delete(backups.file(oldest));
        assertThat(marked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a.sqlite", "a.sqlite3", "a.db", "A.SQLITE", "a b.Db", ".sqlite.db", "ä.sqlite", "-.sqlite"})
    void whatPeopleCallDatabasesIsListed(String name) throws IOException {
        RawNames.assumePossible(name);
        assertThat(name.startsWith(".")).isEqualTo(name.equals(".sqlite.db"));
        copy(backups.make(), name);

        assertThat(names().contains(name)).isEqualTo(!name.startsWith("."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".a.sqlite",
                ".graph_tracker_20261122_213000.sqlite.part",
                ".upload-0.part",
                "a.txt",
                "a.sqlite.json",
                "a.sqlite.sha256",
                "a.sqlite-wal",
                "a.sqlite-journal",
                "a.sqlite.gz",
                "a.sqlite ",
                "a.sqlite.",
                "sqlite",
                ".sqlite",
                ".db"
            })
    void otherFilesAreNotListed(String name) throws IOException {
        copy(backups.make(), name);

        assertThat(names()).containsExactly("graph_tracker_20261122_213000.sqlite");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aNameOfSeveralLinesIsListed() throws IOException {
        copy(backups.make(), "a\nb.sqlite");

        assertThat(names()).contains("a\nb.sqlite");
    }

    @Test
    void theDatabasesInUseAreNotListed() throws IOException, SQLException {
        inUseBesideTheBackups();

        assertThat(names()).containsExactly("graph_tracker_20261122_213000.sqlite");
    }

    /** Opening and closing another name of these files would release SQLite's locks just the same. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theDatabasesInUseAreNotListedUnderOtherNames() throws IOException, SQLException {
        Path live = root.resolve("live.db");
        Path auditLog = backups.bean(AuditLog.class).file();
        backups.make();
        Files.createLink(backups.file("hard.sqlite"), live);
        Files.createSymbolicLink(backups.file("soft.sqlite"), live);
        Files.createLink(backups.file("hard-record.db"), auditLog);
        Files.createSymbolicLink(backups.file("soft-record.db"), auditLog);

        assertThat(names()).containsExactly("graph_tracker_20261122_213000.sqlite");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "/", "x", "backups", "../live.db", "GRAPH_TRACKER_20261122_213000.SQLITE"})
    void whatTheListingDoesNotHaveIsNotFound(String name) throws IOException {
        backups.make();

        assertThat(catalog.findIfThere(name)).isEmpty();
        assertThatExceptionOfType(BackupException.class)
                .isThrownBy(() -> catalog.find(name))
                .extracting(e -> e.problem().code())
                .isEqualTo("backup_not_found");
    }

    /** Listing a file reads its attributes, its header and its manifest: some file accesses, not some milliseconds. */
    @Test
    @Timeout(20)
    void thousandsAreListed() throws IOException {
        Path file = backups.make();
        byte[] bytes = Files.readAllBytes(file);
        byte[] manifest = Files.readAllBytes(Path.of(file + ".json"));
        List<String> expected = IntStream.range(0, 3_000)
                .mapToObj("graph_tracker_20240101_000000_%04d.sqlite"::formatted)
                .toList();
        // the same few bytes under all names, for the disk's sake
        byte[] header = Arrays.copyOf(bytes, 4096);
        for (String name : expected) {
            Files.write(backups.file(name), header);
            Files.write(backups.file(name + ".json"), manifest);
        }

        assertThat(names()).hasSize(3_001).containsAll(expected);
    }

    /** A backup is not visible before it is verified. */
    @Test
    void aBackupInTheMakingIsNotListed() throws IOException {
        List<Integer> seen = new ArrayList<>();
        backups.on(BackupEvent.class, () -> {
            try {
                seen.add(names().size());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        backups.make();

        assertThat(seen).first().isEqualTo(0);
        assertThat(names()).hasSize(1);
    }
}
