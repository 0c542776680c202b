package io.graphtracker.environment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.testing.SpecialFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class EnvFileTest {

    private static final byte[] BOM = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    private static final int MAX_BYTES = 1024 * 1024;

    @TempDir
    Path root;

    @Test
    void aMissingFileIsNoError() {
        assertThat(read()).isEqualTo(new EnvFile(false, Map.of(), List.of()));
    }

    @Test
    void anEmptyFileSetsNothing() throws IOException {
        assertThat(read("")).isEqualTo(sets(Map.of()));
    }

    @Test
    void aFolderInItsPlaceCannotBeRead() throws IOException {
        Files.createDirectory(file());

        assertThat(read()).isEqualTo(broken(0, EnvFileProblem.NOT_A_FILE, ""));
    }

    @Test
    void aFileBelowAFileIsNotThere() throws IOException {
        Files.writeString(file(), "A=1");

        assertThat(EnvFile.read(file().resolve(".env")).exists()).isFalse();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkToAFileIsFollowedAndADanglingOneIsAMissingFile() throws IOException {
        Path target = root.resolve("settings");
        Files.createSymbolicLink(file(), target);
        assertThat(read().exists()).isFalse();

        Files.writeString(target, "A=1");
        assertThat(read()).isEqualTo(sets(Map.of("A", "1")));
    }

    @Test
    void aFileOfExactlyTheLargestSizeIsReadAndALargerOneIsNot() throws IOException {
        byte[] largest = new byte[MAX_BYTES];
        Arrays.fill(largest, (byte) '#');
        assertThat(read(largest)).isEqualTo(sets(Map.of()));

        byte[] tooLarge = Arrays.copyOf(largest, MAX_BYTES + 1);
        assertThat(read(tooLarge)).isEqualTo(broken(0, EnvFileProblem.TOO_LARGE, ""));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkToADeviceIsNotOpened() throws IOException {
        Files.createSymbolicLink(file(), Path.of("/dev/zero"));

        assertThat(read()).isEqualTo(broken(0, EnvFileProblem.NOT_REGULAR, ""));
    }

    /** Opening a pipe would block until a process writes to it, for ever. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aPipeIsNotOpenedNorALinkToOne() throws Exception {
        Path pipe = SpecialFiles.pipe(root.resolve("pipe"));
        Files.createSymbolicLink(file(), pipe);
        assertThat(read()).isEqualTo(broken(0, EnvFileProblem.NOT_REGULAR, ""));

        Files.delete(file());
        SpecialFiles.pipe(file());
        assertThat(read()).isEqualTo(broken(0, EnvFileProblem.NOT_REGULAR, ""));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aSocketIsNotOpened() throws IOException {
        try (ServerSocketChannel socket = SpecialFiles.socket(file())) {
            assertThat(read()).isEqualTo(broken(0, EnvFileProblem.NOT_REGULAR, ""));
        }
    }

    /** It may be a link to a database. */
    @Test
    void ofAGigabyteNothingIsRead() throws IOException {
        try (RandomAccessFile sparse = new RandomAccessFile(file().toFile(), "rw")) {
            sparse.setLength(1L << 30);
        }

        assertThat(read()).isEqualTo(broken(0, EnvFileProblem.TOO_LARGE, ""));
    }

    @Test
    void aByteOrderMarkIsSkipped() throws IOException {
        assertThat(read(concat(BOM, "A=1\n".getBytes(UTF_8)))).isEqualTo(sets(Map.of("A", "1")));
    }

    @Test
    void aFileOfAByteOrderMarkAloneIsEmpty() throws IOException {
        assertThat(read(BOM)).isEqualTo(sets(Map.of()));
    }

    @Test
    void aByteOrderMarkElsewhereIsNotSkipped() throws IOException {
        assertThat(read(concat("A=1\n".getBytes(UTF_8), BOM, "B=2".getBytes(UTF_8)))
                        .errors())
                .containsExactly(new EnvFileError(2, EnvFileProblem.NOT_AN_ASSIGNMENT, ""));
    }

    @Test
    void aFileWithWindowsLineEndsReadsLikeAnyOther() throws IOException {
        assertThat(read("A=1\r\nB=\"2\"\r\n\r\nC=3\r\n")).isEqualTo(sets(Map.of("A", "1", "B", "2", "C", "3")));
    }

    @Test
    void theLastLineNeedsNoNewline() throws IOException {
        assertThat(read("A=1\nB=2")).isEqualTo(sets(Map.of("A", "1", "B", "2")));
        assertThat(read("A=1\nB=2\r")).isEqualTo(sets(Map.of("A", "1", "B", "2")));
    }

    @Test
    void theLastOfSeveralLinesForANameCounts() throws IOException {
        assertThat(read("A=1\nA=2\nB=1\nB=")).isEqualTo(sets(Map.of("A", "2", "B", "")));
    }

    @Test
    void aQuoteThatIsNotClosedSpoilsItsOwnLineAndNotTheNext() throws IOException {
        EnvFile file = read("A=1\nB=\"two\nC=3\n");

        assertThat(file.errors()).containsExactly(new EnvFileError(2, EnvFileProblem.QUOTE_NOT_CLOSED, "B"));
        assertThat(file.values()).isEqualTo(Map.of("A", "1", "C", "3"));
    }

    @Test
    void aQuoteOverTwoLinesIsTwoMalformedLines() throws IOException {
        assertThat(read("A=\"one\nB=two\"\n").errors())
                .containsExactly(
                        new EnvFileError(1, EnvFileProblem.QUOTE_NOT_CLOSED, "A"),
                        new EnvFileError(2, EnvFileProblem.QUOTE_NOT_OPENED, "B"));
    }

    @Test
    void theNumberOfALineThatIsNotUtf8IsRight() throws IOException {
        byte[] bytes = concat("# größe\r\n\r\nA=1\n".getBytes(UTF_8), "B=größe\n".getBytes(ISO_8859_1));

        assertThat(read(bytes).errors()).containsExactly(new EnvFileError(4, EnvFileProblem.NOT_UTF8, "B"));
    }

    @Test
    void aFileAsWindowsToolsWriteItInUtf16IsNotUtf8() throws IOException {
        assertThat(read("\ufeffA=1\r\n".getBytes(UTF_16LE)).errors())
                .first()
                .isEqualTo(new EnvFileError(1, EnvFileProblem.NOT_UTF8, ""));
    }

    @Test
    void anErrorAsTextDoesNotTellWhatTheLineHolds() throws IOException {
        // the second line of a private key looks like a name
        EnvFile file = read("KEY=\"begin\nhunter2\n\"\n");

        assertThat(file.errors()).hasSize(3);
        assertThat(file.errors().toString()).doesNotContain("hunter2");
    }

    private EnvFile read() {
        return EnvFile.read(file());
    }

    private EnvFile read(String content) throws IOException {
        return read(content.getBytes(UTF_8));
    }

    private EnvFile read(byte[] content) throws IOException {
        Files.write(file(), content);
        return read();
    }

    private Path file() {
        return root.resolve(".env");
    }

    private static EnvFile sets(Map<String, String> values) {
        return new EnvFile(true, values, List.of());
    }

    private static EnvFile broken(int line, EnvFileProblem problem, String name) {
        return new EnvFile(true, Map.of(), List.of(new EnvFileError(line, problem, name)));
    }

    private static byte[] concat(byte[]... parts) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.write(part);
        }
        return all.toByteArray();
    }
}
