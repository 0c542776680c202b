package io.graphtracker.backup.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupFolder;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.FolderLock;
import io.graphtracker.backup.TestDatabase;
import io.graphtracker.backup.VolumeSpace;
import io.graphtracker.database.DatabaseUrl;
import io.graphtracker.testing.CapturedLog;
import io.graphtracker.testing.StubVolumeSpace;
import io.graphtracker.testing.Volume;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Uploads that are refused; nothing of them is left. */
class UploadRefusedTest extends UploadFixture {
    @Test
    void garbageIsRefused() throws IOException {
        assertUnusable("garbage ".repeat(10_000).getBytes(), "no-database");
        assertUnusable(new byte[0], "no-database");
    }

    @Test
    void theDatabaseOfAnotherProgramIsRefused() throws IOException, SQLException {
        Path other = root.resolve("other.db");
        try (Connection connection = TestDatabase.open(other)) {
            TestDatabase.execute(connection, "CREATE TABLE t (x)");
        }

        assertUnusable(Files.readAllBytes(other), "foreign");
    }

    @Test
    void whatIsNotWholeIsRefused() throws IOException {
        assertUnusable(Arrays.copyOf(backup, backup.length / 2), "length");
        assertUnusable(Arrays.copyOf(backup, backup.length - 1), "length");
        assertUnusable(Arrays.copyOf(backup, backup.length + 1), "length");
    }

    @Test
    void whatIsDamagedIsRefused() throws IOException {
        byte[] damaged = backup.clone();
        Arrays.fill(damaged, damaged.length / 2, damaged.length / 2 + 4096, (byte) 0xff);

        assertUnusable(damaged, "damaged");
    }

    @Test
    void whatRefersToNothingIsRefused() throws IOException, SQLException {
        Path other = Files.write(root.resolve("other.db"), backup);
        try (Connection connection = TestDatabase.open(other)) {
            TestDatabase.execute(
                    connection,
                    "CREATE TABLE part (item INTEGER REFERENCES item (id))",
                    "PRAGMA foreign_keys = OFF",
                    "INSERT INTO part VALUES (123456)");
        }

        assertUnusable(Files.readAllBytes(other), "foreign-keys");
    }

    @Test
    void whatEndsEarlyIsIncomplete() throws IOException {
        assertRefused(content(Arrays.copyOf(backup, 5000)), backup.length, BackupProblem.UPLOAD_INCOMPLETE);
        assertRefused(content(new byte[0]), backup.length, BackupProblem.UPLOAD_INCOMPLETE);
    }

    @Test
    void whatBreaksOffIsIncomplete() throws IOException {
        assertRefused(brokenOff(new IOException("connection reset")), backup.length, BackupProblem.UPLOAD_INCOMPLETE);
        assertRefused(brokenOff(new IOException("connection reset")), -1, BackupProblem.UPLOAD_INCOMPLETE);
    }

    @Test
    void whateverElseIsThrownLeavesNothing() throws IOException {
        try (CapturedLog log = new CapturedLog("io.graphtracker.backup.catalog")) {
            assertRefused(brokenOff(new IllegalStateException("of the server")), -1, BackupProblem.UNEXPECTED);

            assertThat(log.text()).contains("of the server");
            assertThat(last().detail()).matches("Something unexpected went wrong.*\\(error [0-9a-f]{8}\\)\\.");
        }
    }

    /** It is not read to its end, which may never come. */
    @Test
    void whatIsLongerThanAnnouncedIsStopped() throws IOException {
        assertRefused(endless(), 300_000, BackupProblem.UPLOAD_INCOMPLETE);
        assertRefused(content(backup), backup.length - 1, BackupProblem.UPLOAD_INCOMPLETE);
        assertRefused(content(backup), 0, BackupProblem.UPLOAD_INCOMPLETE);
    }

    @Test
    void whatIsAnnouncedTooLargeIsNotRead() throws IOException {
        InputStream unread = brokenOff(new AssertionError("was read"));

        assertRefused(unread, UploadService.LARGEST_BYTES + 1, BackupProblem.UPLOAD_TOO_LARGE);
        assertThat(last().detail()).contains("4.0 GB");
    }

    @Test
    void whatTurnsOutTooLargeIsStopped() throws IOException {
        service = limitedTo(1_000_000);

        assertRefused(endless(), -1, BackupProblem.UPLOAD_TOO_LARGE);
    }

    @Test
    void theLimitItselfMayBeReached() {
        service = limitedTo(backup.length);
        assertThat(upload(NAME)).isEqualTo(NAME);

        service = limitedTo(backup.length - 1);
        assertThat(failure(content(backup), -1).problem()).isEqualTo(BackupProblem.UPLOAD_TOO_LARGE);
    }

    @Test
    void tooLittleSpaceIsToldBeforeItIsRead() throws IOException {
        backups.bean(StubVolumeSpace.class).answer(() -> 1_000_000);

        assertRefused(brokenOff(new AssertionError("was read")), backup.length, BackupProblem.NOT_ENOUGH_SPACE);
    }

    @Test
    void aLargeFileNeedsItsOwnSpace() throws IOException {
        backups.bean(StubVolumeSpace.class).answer(() -> 150_000_000);

        assertRefused(brokenOff(new AssertionError("was read")), 200_000_000, BackupProblem.NOT_ENOUGH_SPACE);
        assertThat(upload(NAME)).isEqualTo(NAME);
    }

    /** The database is on the same volume here. */
    @Test
    void theDatabaseKeepsRoomToGoOnWorking() throws IOException {
        StubVolumeSpace space = backups.bean(StubVolumeSpace.class);
        long reserve = 7_000_000;
        service = with(new UploadSpaceCheck(space, backups.bean(DatabaseUrl.class), reserve));
        long needed = backup.length + 1024 * 1024 + reserve;

        space.answer(() -> needed - 1);
        BackupException reason =
                assertRefused(brokenOff(new AssertionError("was read")), backup.length, BackupProblem.NOT_ENOUGH_SPACE);
        assertThat(reason.kind()).isEqualTo("upload");
        space.answer(() -> needed);
        assertThat(upload(NAME)).isEqualTo(NAME);
    }

    @Test
    void onAnotherVolumeTheDatabaseNeedsNone() {
        VolumeSpace apart = new VolumeSpace() {
            @Override
            public long usableBytes(Path folder) {
                return backup.length + 1024 * 1024;
            }

            @Override
            public boolean isShared(Path one, Path other) {
                return false;
            }
        };
        service = with(new UploadSpaceCheck(apart, backups.bean(DatabaseUrl.class)));

        assertThat(upload(NAME)).isEqualTo(NAME);
    }

    /** Each of two concurrent uploads was told that there is enough space. */
    @Test
    void theRoomIsLookedAtAgainWhileAFileArrives() throws IOException {
        StubVolumeSpace space = backups.bean(StubVolumeSpace.class);
        AtomicLong read = new AtomicLong();
        InputStream arriving = new InputStream() {
            @Override
            public int read() {
                throw new UnsupportedOperationException();
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                // after the first bytes somebody else fills the volume
                space.answer(() -> 1_000_000);
                read.addAndGet(length);
                return length;
            }
        };

        assertRefused(arriving, 100_000_000, BackupProblem.NOT_ENOUGH_SPACE);
        assertThat(read).hasValueLessThan(20_000_000);
    }

    @Test
    void theFolderIsNotFilledWithWhatCannotBeDeleted() throws Exception {
        try (Volume volume = new Volume()) {
            volume.attribute(backups.folder(), 'a');

            assertThat(failure(brokenOff(new AssertionError("was read")), backup.length)
                            .kind())
                    .isEqualTo("add-only");
        }
    }

    @Test
    void settingsThatNameNoFolderAreTold() throws IOException {
        Files.writeString(root.resolve(".env"), "BACKUPS_DIR=.env\nDATABASE_URL=sqlite:///live.db\n");

        assertThat(failure(content(backup), -1).problem()).isEqualTo(BackupProblem.BACKUPS_DIR_UNUSABLE);
        assertThat(last().problem()).isEqualTo("backups_dir_unusable");
    }

    /** The lock is needed for the name only, so the file is received meanwhile. */
    @Test
    void whileABackupIsMadeItIsNotPublished() throws IOException {
        service = limitedTo(UploadService.LARGEST_BYTES, tries -> false);
        ZonedDateTime since = ZonedDateTime.ofInstant(backups.now(), ZoneOffset.UTC);
        try (FolderLock lock = BackupFolder.prepare(backups.folder()).lock(since)) {
            assertRefused(content(backup), backup.length, BackupProblem.BACKUP_RUNNING);
            assertThat(last().detail()).isEqualTo("A backup has been running since 21:30:00.");
        }
        assertThat(upload(NAME)).isEqualTo(NAME);
    }

    @Test
    void itWaitsForTheBackupThatIsMade() throws IOException {
        ZonedDateTime since = ZonedDateTime.ofInstant(backups.now(), ZoneOffset.UTC);
        FolderLock lock = BackupFolder.prepare(backups.folder()).lock(since);
        service = limitedTo(UploadService.LARGEST_BYTES, tries -> {
            if (tries == 3) {
                lock.close();
            }
            return true;
        });

        assertThat(upload(NAME)).isEqualTo(NAME);
    }
}
