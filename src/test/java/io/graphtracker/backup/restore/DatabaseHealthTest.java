package io.graphtracker.backup.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.graphtracker.backup.EndlessTable;
import io.graphtracker.backup.VerificationJob;
import io.graphtracker.backup.VerificationLimits;
import io.graphtracker.database.sqlite.SqliteFiles;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Checks of databases come to an end though nobody can cancel them. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DatabaseHealthTest {

    private static final String ENDLESS =
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n";

    @TempDir
    Path folder;

    private AnnotationConfigApplicationContext context;
    private DatabaseHealth health;
    private Path database;

    static class ShortPatience {

        @Bean
        @Primary
        VerificationLimits shortPatience() {
            return new VerificationLimits(Duration.ofSeconds(1), Long.MAX_VALUE);
        }
    }

    @BeforeEach
    void start() throws Exception {
        RestoreRoot root = RestoreRoot.create(folder, "Garden");
        context = root.start(ShortPatience.class);
        health = context.getBean(DatabaseHealth.class);
        database = Files.copy(RestoreRoot.backUp(context).file(), folder.resolve("new.db"));
    }

    @AfterEach
    void stop() {
        context.close();
    }

    @Test
    void whatPassesAllWorks() {
        assertThat(health.works(database)).isTrue();
    }

    @Test
    void whatIsDamagedDoesNot() throws Exception {
        EndlessTable.make(database, "project");

        assertThat(health.works(database)).isFalse();
    }

    /** It can be opened and read, and its WAL mode looks right: only an attempt to write fails. */
    @Test
    void whatCanBeReadButNotWrittenDoesNotWork() throws Exception {
        makeReadOnly(database);

        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> health.requireWorking(database))
                .withMessageContaining("READONLY");
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> health.requireOpening(database))
                .withMessageContaining("READONLY");
        assertThat(health.works(database)).isFalse();
    }

    /**
     * Gives it the file format of a later SQLite that this one may read, but not write.
     *
     * @see <a href="https://www.sqlite.org/fileformat2.html#file_format_version_numbers">SQLite: format versions</a>
     */
    private static void makeReadOnly(Path file) throws Exception {
        byte writeVersion = 3;
        byte readVersionOfWal = 2;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[] {writeVersion, readVersionOfWal}), 18);
        }
    }

    /** A start must not roll a restore back because the disk is slow: the same bytes have passed the check before. */
    @Test
    void whatTakesTooLongIsUsed() {
        assertThat(health.works(database, this::readEndlessly)).isTrue();
    }

    @Test
    void whatFailsInTimeIsNot() {
        assertThat(health.works(database, job -> {
                    throw new SQLException("injected");
                }))
                .isFalse();
    }

    /** A database whose check does not end is not offered for an undo. */
    @Test
    void whatTakesTooLongIsNotKnownToBeReadable() throws Exception {
        EndlessTable.make(database, "project");

        assertThat(context.getBean(FormerDatabaseCopy.class).isReadable(database, health.limited(database)))
                .isFalse();
        assertThat(health.isUndamaged(database)).isFalse();
    }

    private void readEndlessly(VerificationJob job) throws SQLException {
        try (Connection connection = SqliteFiles.open(database, job);
                Statement statement = connection.createStatement()) {
            statement.executeQuery(ENDLESS).close();
        }
    }
}
