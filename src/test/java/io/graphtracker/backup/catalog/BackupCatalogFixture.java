package io.graphtracker.backup.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.backup.BackupManifest;
import io.graphtracker.backup.TestBackups;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A folder with backups, and its listing. */
@Timeout(60)
abstract class BackupCatalogFixture {
    static final String OLD_NAME = "graph_tracker_20200102_030405.sqlite";

    @TempDir
    Path root;

    TestBackups backups;
    BackupCatalog catalog;

    @BeforeEach
    void start() throws IOException, SQLException {
        backups = TestBackups.start(root);
        catalog = backups.bean(BackupCatalog.class);
    }

    @AfterEach
    void stop() {
        backups.close();
    }

    void inUseBesideTheBackups() throws IOException, SQLException {
        stop();
        Path own = Files.createDirectory(root.resolve("own"));
        backups = TestBackups.start(own);
        Files.writeString(own.resolve(".env"), "BACKUPS_DIR=instance\nDATABASE_URL=sqlite:///live.db\n");
        catalog = backups.bean(BackupCatalog.class);
        backups.make();
        Files.createLink(own.resolve("instance/live.db"), own.resolve("live.db"));
        assertThat(own.resolve("instance/operations.db")).exists();
    }

    List<String> names() throws IOException {
        return catalog.list().entries().stream().map(CatalogEntry::name).toList();
    }

    List<String> marked() throws IOException {
        return catalog.list().entries().stream()
                .filter(CatalogEntry::protectedAsNewest)
                .map(CatalogEntry::name)
                .toList();
    }

    CatalogEntry only() throws IOException {
        assertThat(catalog.list().entries()).hasSize(1);
        return catalog.list().entries().getFirst();
    }

    void assertState(String name, VerificationState expected) throws IOException {
        CatalogEntry entry = catalog.find(name);
        assertThat(entry.state()).isEqualTo(expected);
        assertThat(entry.isOurs()).isEqualTo(!(expected instanceof VerificationState.Foreign));
    }

    Path copy(Path file, String name) throws IOException {
        return Files.copy(file, backups.file(name));
    }

    static void damageLength(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));
    }

    static BackupManifest manifest(Path file) {
        return BackupManifest.read(Path.of(file + ".json")).orElseThrow();
    }

    static void replaceInManifest(Path file, String value, String other) throws IOException {
        Path json = Path.of(file + ".json");
        assertThat(json).content().contains(value);
        Files.writeString(json, Files.readString(json).replace(value, other));
    }
}
