package io.graphtracker.backup.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.BackupsDirectory;
import io.graphtracker.backup.VolumeSpace;
import io.graphtracker.database.DatabaseUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the Settings tab shows of the folder that the next backup is written to. */
@DisabledOnOs(OS.WINDOWS)
class TargetFolderTest extends BackupCatalogFixture {

    @Test
    void aFolderThatIsThereWithItsFreeSpace() throws IOException {
        permit(backups.folder(), "rwx------");

        assertThat(target(free(4711))).isEqualTo(new TargetFolder(backups.folder(), true, 4711L, Set.of()));
    }

    @Test
    void aFolderThatIsNotThereYetIsNotMade() throws IOException {
        env("BACKUPS_DIR=a/b/c");

        assertThat(target(free(4711))).isEqualTo(new TargetFolder(root.resolve("a/b/c"), false, 4711L, Set.of()));
        assertThat(root.resolve("a")).doesNotExist();
    }

    @Test
    void asksForTheVolumeThatTheFolderWillBeOn() throws IOException {
        env("BACKUPS_DIR=a/b/c");
        Path[] asked = new Path[1];

        target(new VolumeSpace() {
            @Override
            public long usableBytes(Path path) {
                asked[0] = path;
                return 1;
            }
        });

        assertThat(asked[0]).isEqualTo(root);
    }

    @Test
    void doesWithoutTheFreeSpaceWhereItIsUnknown() {
        VolumeSpace unknown = new VolumeSpace() {
            @Override
            public long usableBytes(Path path) throws IOException {
                throw new IOException("no such volume");
            }
        };

        assertThat(target(unknown).freeBytes()).isNull();
    }

    @Test
    void tellsWhyAFolderCannotBeUsed() throws IOException {
        env("BACKUPS_DIR=live.db");
        assertThat(problem()).isEqualTo(BackupProblem.BACKUPS_DIR_UNUSABLE);

        env("");
        assertThat(problem()).isEqualTo(BackupProblem.BACKUPS_DIR_MISSING);
    }

    private BackupProblem problem() {
        return catchThrowableOfType(BackupException.class, catalog::target).problem();
    }

    @Test
    void warnsOfTheFolderThatContainsTheDatabase() throws IOException {
        permit(root, "rwx------");
        env("BACKUPS_DIR=.");
        assertThat(warnings()).containsExactly(FolderWarning.CONTAINS_THE_DATABASE);

        env("BACKUPS_DIR=below");
        assertThat(warnings()).isEmpty();
    }

    @Test
    void aLinkDoesNotHideThatItIsTheSameFolder() throws IOException {
        permit(root, "rwx------");
        Files.createSymbolicLink(root.resolve("link"), root);
        env("BACKUPS_DIR=link");
        assertThat(warnings()).containsExactly(FolderWarning.CONTAINS_THE_DATABASE);

        // the other way round: where the database is named is not where it is
        Path named = Files.createDirectory(root.resolve("named")).resolve("graph_tracker.db");
        permit(named.getParent(), "rwx------");
        DatabaseUrl database = new DatabaseUrl.Sqlite(Files.createSymbolicLink(named, root.resolve("live.db")));
        assertThat(catalog(database, free(1)).target().warnings()).containsExactly(FolderWarning.CONTAINS_THE_DATABASE);
        env("BACKUPS_DIR=named");
        assertThat(catalog(database, free(1)).target().warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxr-x---", "rwx---r-x", "rwx-wx---", "rwx-----x", "rwxrwxrwx"})
    void warnsOfAFolderThatOthersHaveAccessTo(String permissions) throws IOException {
        permit(backups.folder(), permissions);

        assertThat(warnings()).containsExactly(FolderWarning.OPEN_TO_OTHERS);
    }

    @Test
    void warnsOfBoth() throws IOException {
        permit(root, "rwxr-xr-x");
        env("BACKUPS_DIR=.");

        assertThat(warnings()).containsExactly(FolderWarning.CONTAINS_THE_DATABASE, FolderWarning.OPEN_TO_OTHERS);
    }

    @Test
    void anotherDatabaseIsInNoFolder() throws IOException {
        permit(backups.folder(), "rwx------");
        DatabaseUrl other = new DatabaseUrl.Postgresql("jdbc:postgresql://localhost/x", "u", "p");

        assertThat(catalog(other, free(1)).target().warnings()).isEmpty();
    }

    private Set<FolderWarning> warnings() {
        return catalog.target().warnings();
    }

    private TargetFolder target(VolumeSpace space) {
        return catalog(new DatabaseUrl.Sqlite(root.resolve("live.db")), space).target();
    }

    private BackupCatalog catalog(DatabaseUrl database, VolumeSpace space) {
        return new BackupCatalog(
                backups.bean(BackupsDirectory.class),
                database,
                backups.bean(EntryReader.class),
                space,
                Clock.systemUTC());
    }

    private static VolumeSpace free(long bytes) {
        return new VolumeSpace() {
            @Override
            public long usableBytes(Path path) {
                return bytes;
            }
        };
    }

    private static void permit(Path folder, String permissions) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));
    }

    private void env(String content) throws IOException {
        Files.writeString(root.resolve(".env"), content);
    }
}
