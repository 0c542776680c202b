package io.graphtracker.database.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqliteHeaderTest {

    @TempDir
    Path folder;

    /** SQLite uses the read version, see {@code lockBtree} in its source. */
    @ParameterizedTest
    @CsvSource({"1, 1, false", "2, 2, true", "1, 2, true", "2, 1, false"})
    void theVersionToReadSaysWhetherThereIsALog(byte toWrite, byte toRead, boolean wal) throws Exception {
        assertThat(SqliteHeader.read(file(toWrite, toRead)))
                .map(SqliteHeader::wal)
                .contains(wal);
    }

    @Test
    void whatIsCutOffWithinItHasNone() throws Exception {
        Path file = file((byte) 1, (byte) 1);
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 99));

        assertThat(SqliteHeader.read(file)).isEmpty();
    }

    private Path file(byte toWrite, byte toRead) throws Exception {
        ByteBuffer header = ByteBuffer.allocate(100).put("SQLite format 3\0".getBytes(StandardCharsets.US_ASCII));
        header.putShort(16, (short) 4096).put(18, toWrite).put(19, toRead);
        return Files.write(folder.resolve("file.db"), header.array());
    }
}
