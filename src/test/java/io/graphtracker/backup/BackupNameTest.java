package io.graphtracker.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackupNameTest {

    private static final ZonedDateTime TIME = ZonedDateTime.parse("2026-11-22T21:30:00+01:00[Europe/Berlin]");

    @TempDir
    Path folder;

    @Test
    void isLocalTimeToTheSecond() {
        BackupName name = BackupName.first(TIME.plusNanos(999_999_999));

        assertThat(name.file()).isEqualTo("graph_tracker_20261122_213000.sqlite");
        assertThat(name.checksum()).isEqualTo("graph_tracker_20261122_213000.sqlite.sha256");
        assertThat(name.part()).isEqualTo(".graph_tracker_20261122_213000.sqlite.part");
    }

    @Test
    void hasItsDigitsInAnyLanguageOfTheServer() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(BackupName.first(TIME).file()).isEqualTo("graph_tracker_20261122_213000.sqlite");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void isNumberedFromTheSecondOn() {
        BackupName second = BackupName.first(TIME).next();

        assertThat(second.file()).isEqualTo("graph_tracker_20261122_213000_2.sqlite");
        assertThat(second.checksum()).isEqualTo("graph_tracker_20261122_213000_2.sqlite.sha256");
        assertThat(second.part()).isEqualTo(".graph_tracker_20261122_213000_2.sqlite.part");
        assertThat(second.next().file()).isEqualTo("graph_tracker_20261122_213000_3.sqlite");
    }

    @Test
    void isTheSameForBothHoursWhenTheClocksGoBack() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        ZonedDateTime summer = Instant.parse("2026-10-25T00:30:00Z").atZone(berlin);
        ZonedDateTime winter = Instant.parse("2026-10-25T01:30:00Z").atZone(berlin);

        assertThat(BackupName.first(summer).file())
                .isEqualTo("graph_tracker_20261025_023000.sqlite")
                .isEqualTo(BackupName.first(winter).file());
    }

    @Test
    void isTakenByADatabaseOrByAChecksum() throws IOException {
        BackupName name = BackupName.first(TIME);
        assertThat(name.isTaken(folder)).isFalse();

        Files.createFile(folder.resolve(name.checksum()));
        assertThat(name.isTaken(folder)).isTrue();

        Files.move(folder.resolve(name.checksum()), folder.resolve(name.file()));
        assertThat(name.isTaken(folder)).isTrue();
        assertThat(name.next().isTaken(folder)).isFalse();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void isTakenByADanglingLink() throws IOException {
        BackupName name = BackupName.first(TIME);
        Files.createSymbolicLink(folder.resolve(name.file()), folder.resolve("nowhere"));

        assertThat(name.isTaken(folder)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "graph_tracker_20261122_213000.sqlite",
                "graph_tracker_20261122_213000_2.sqlite",
                "graph_tracker_20261122_213000_10.sqlite"
            })
    void namesOfBackupsAreRecognized(String name) {
        assertThat(BackupName.of(name).orElseThrow().file()).isEqualTo(name);
        assertThat(BackupName.of(name).orElseThrow().time()).isEqualTo("2026-11-22T21:30:00");
        assertThat(BackupName.of("." + name + ".part")).isEmpty();
        assertThat(BackupName.of(BackupName.checksumOf(name))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "graph_tracker.db",
                "graph_tracker_20261122_213000.sqlite3",
                "graph_tracker_20261122_213000_.sqlite",
                "graph_tracker_20261122.sqlite",
                "my_graph_tracker_20261122_213000.sqlite",
                "graph_tracker_20261122_213000.sqlite.sha256",
                "graph_tracker_20261122_213000 (1).sqlite",
                "graph_tracker_20261122_213000xsqlite",
                "graph_tracker_20261322_213000.sqlite"
            })
    void otherNamesAreNot(String name) {
        assertThat(BackupName.of(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {".part", ".part-journal", ".part-wal", ".part-shm"})
    void leftoversAreRecognizedWithTheNameTheyWereMeantFor(String suffix) {
        String name = "graph_tracker_20261122_213000_2.sqlite";
        Path leftover = Path.of("folder", "." + name + suffix);

        assertThat(BackupName.isLeftover(leftover)).isTrue();
        assertThat(BackupName.publishedOf(leftover)).isEqualTo(name);
        assertThat(BackupName.isLeftover(Path.of(name + suffix))).isFalse();
        assertThat(BackupName.isLeftover(Path.of("." + name + suffix + "x"))).isFalse();
    }
}
