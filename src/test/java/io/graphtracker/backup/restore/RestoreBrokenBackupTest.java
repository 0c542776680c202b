package io.graphtracker.backup.restore;

import static io.graphtracker.backup.restore.RestoreRoot.add;
import static io.graphtracker.backup.restore.RestoreRoot.backUp;
import static io.graphtracker.backup.restore.RestoreRoot.projects;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.catalog.BackupCatalog;
import io.graphtracker.backup.catalog.VerificationState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * No broken file is restored, with or without a manifest that has its checksum, unless the damage is of no consequence
 * to SQLite, such as in a field of the header that nobody reads.
 */
class RestoreBrokenBackupTest {

    private static final int PAGE_BYTES = 4096;

    @TempDir
    Path folder;

    private RestoreRoot root;
    private AnnotationConfigApplicationContext context;
    private RestoreService service;
    private Path backup;
    private byte[] sound;

    @BeforeEach
    void start() throws Exception {
        root = RestoreRoot.create(folder, "Garden", "House");
        context = root.start();
        service = context.getBean(RestoreService.class);
        backup = backUp(context).file();
        sound = Files.readAllBytes(backup);
        add(context, "Boat");
    }

    @AfterEach
    void stop() {
        context.close();
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource({
        "0, 00000000000000000000000000000000, no magic",
        "15, 01, a magic that ends otherwise",
        "16, 0000, no page size",
        "16, 1001, a page size that is none",
        "16, 0200, another page size",
        "18, ffff, versions that nobody can read",
        "20, ff, pages without room",
        "21, 00, fractions that are none",
        "28, 7fffffff, more pages than there are",
        "32, 00000007, a list of free pages that is none",
        "44, 00000009, a schema format that nobody knows",
        "56, 00000009, an encoding that nobody knows",
        "68, 00000000, another program's mark"
    })
    void aDamagedHeaderIsRefusedOrDoesNotMatter(int offset, String bytes, String what) throws Exception {
        byte[] damage = HexFormat.of().parseHex(bytes);
        byte[] damaged = sound.clone();
        System.arraycopy(damage, 0, damaged, offset, damage.length);

        assertRefusedWithManifest(damaged);
        assertRefusedOrRight(damaged);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 99, 100, 512, PAGE_BYTES - 1, PAGE_BYTES, PAGE_BYTES + 1, 5 * PAGE_BYTES})
    void aTruncatedFileIsRefused(int length) throws Exception {
        assertRefusedWithManifest(Arrays.copyOf(sound, length));
        assertRefused(Arrays.copyOf(sound, length));
    }

    @Test
    void oneMissingByteAndOneByteTooManyAreRefused() throws Exception {
        assertRefused(Arrays.copyOf(sound, sound.length - 1));
        assertRefused(Arrays.copyOf(sound, sound.length + 1));
    }

    @Test
    void aDamagedPageIsRefusedWhereverItIs() throws Exception {
        for (int page = 1; page <= sound.length / PAGE_BYTES; page++) {
            byte[] damaged = sound.clone();
            Arrays.fill(damaged, (page - 1) * PAGE_BYTES, page * PAGE_BYTES, (byte) 0xff);
            assertRefusedWithManifest(damaged);
            assertRefused(damaged);
        }
    }

    @Test
    void oneChangedByteIsRefusedByItsChecksum() throws Exception {
        byte[] damaged = sound.clone();
        int letter = indexOf(damaged, "House");
        damaged[letter] = 'M';

        BackupException reason = assertRefusedWithManifest(damaged);

        assertThat(reason.kind()).isEqualTo("checksum");
        assertThat(context.getBean(BackupCatalog.class)
                        .find(backup.getFileName().toString())
                        .state())
                .as("what the listing says from now on")
                .isEqualTo(new VerificationState.Broken("checksum"));
    }

    private static int indexOf(byte[] bytes, String text) {
        for (int i = 0; i < bytes.length - text.length(); i++) {
            if (new String(bytes, i, text.length(), StandardCharsets.US_ASCII).equals(text)) {
                return i;
            }
        }
        throw new AssertionError(text + " is not there");
    }

    @Test
    void whatNeedsAFileBesideItIsRefused() throws Exception {
        replaceWithoutManifest(sound);
        Files.write(backup.resolveSibling(backup.getFileName() + "-wal"), new byte[] {1});

        assertThat(refusal().kind()).isEqualTo("side-files");
    }

    @ParameterizedTest
    @CsvSource({
        "foreign, PRAGMA application_id = 7",
        "history, DELETE FROM flyway_schema_history WHERE version = '1'",
        "history, DELETE FROM flyway_schema_history",
        "history, DROP TABLE flyway_schema_history",
        "history, UPDATE flyway_schema_history SET checksum = 7 WHERE version = '2'",
        "history, UPDATE flyway_schema_history SET success = 0 WHERE version = '2'",
        "newer, 'INSERT INTO flyway_schema_history SELECT 99, ''99'', description, type, script, checksum,"
                + " installed_by,"
                + " installed_on, execution_time, success FROM flyway_schema_history WHERE version = ''2'''"
    })
    void whatNoVersionOrANewerOneMadeIsRefused(String kind, String sql) throws Exception {
        changeBackup(sql);

        assertThat(refusal().kind()).isEqualTo(kind);
    }

    @Test
    void whatRefersToNothingIsRefused() throws Exception {
        changeBackup("INSERT INTO edge VALUES ('e', 'nobody', 'a', 'b')");

        assertThat(refusal().kind()).isEqualTo("foreign-keys");
    }

    private void changeBackup(String sql) throws IOException, SQLException {
        replaceWithoutManifest(sound);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + backup);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private BackupException assertRefusedWithManifest(byte[] content) throws Exception {
        Files.write(backup, content);
        return refusal();
    }

    private void assertRefused(byte[] content) throws Exception {
        replaceWithoutManifest(content);
        refusal();
    }

    private void assertRefusedOrRight(byte[] content) throws Exception {
        replaceWithoutManifest(content);
        try {
            service.restore(
                    service.preview(
                            new RestoreRequest.OfBackup(backup.getFileName().toString())),
                    "anna");
            assertThat(projects(context)).containsExactly("Garden", "House");
        } catch (BackupException e) {
            assertThat(e.problem()).isEqualTo(BackupProblem.BACKUP_UNUSABLE);
            assertUntouched();
        }
    }

    private void replaceWithoutManifest(byte[] content) throws IOException {
        Files.write(backup, content);
        for (String suffix : List.of(".json", ".sha256")) {
            Files.deleteIfExists(backup.resolveSibling(backup.getFileName() + suffix));
        }
    }

    private BackupException refusal() throws Exception {
        BackupException reason = catchThrowableOfType(
                BackupException.class,
                () -> service.preview(
                        new RestoreRequest.OfBackup(backup.getFileName().toString())));
        assertThat(reason).isNotNull();
        assertThat(reason.problem()).isEqualTo(BackupProblem.BACKUP_UNUSABLE);
        assertUntouched();
        return reason;
    }

    private void assertUntouched() throws Exception {
        assertThat(projects(context)).containsExactly("Boat", "Garden", "House");
        assertThat(root.namesBesideDatabase()).noneMatch(name -> name.startsWith("."));
    }
}
