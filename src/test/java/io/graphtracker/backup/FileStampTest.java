package io.graphtracker.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileStampTest {

    private static final Instant TIME = Instant.parse("2026-11-22T20:30:00.123456789Z");

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void create() throws IOException {
        file = Files.writeString(folder.resolve("file"), "content");
        Files.setLastModifiedTime(file, FileTime.from(TIME));
    }

    @Test
    void aFileThatNobodyTouchedFits() throws IOException {
        assertThat(FileStamp.of(file).matches(file)).isTrue();
    }

    /** As when a backup is published, which adds a second name and removes the first. */
    @Test
    void anotherNameChangesNothing() throws IOException {
        FileStamp stamp = FileStamp.of(file);
        Path link = Files.createLink(folder.resolve("link"), file);
        Files.delete(file);

        assertThat(stamp.matches(link)).isTrue();
    }

    @Test
    void aFileThatWasWrittenToDoesNotFit() throws IOException {
        FileStamp stamp = FileStamp.of(file);
        Files.writeString(file, "CONTENT");

        assertThat(stamp.matches(file)).isFalse();
    }

    @Test
    void aCopyOfTheSameTimeInItsPlaceDoesNotFit() throws IOException {
        FileStamp stamp = FileStamp.of(file);
        assumeTrue(stamp.inode() != null, "files have no lasting numbers here");
        Path copy = Files.copy(file, folder.resolve("copy"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.move(copy, file, StandardCopyOption.REPLACE_EXISTING);

        assertThat(Files.getLastModifiedTime(file).toInstant()).isEqualTo(stamp.modifiedAt());
        assertThat(stamp.matches(file)).isFalse();
    }

    @Test
    void aLinkInItsPlaceDoesNotFit() throws IOException {
        FileStamp stamp = FileStamp.of(file);
        Path moved = Files.move(file, folder.resolve("moved"));
        Files.createSymbolicLink(file, moved);

        assertThat(Files.isSameFile(file, moved)).isTrue();
        assertThat(Files.isSymbolicLink(file)).isTrue();
        assertThat(Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant())
                .isNotEqualTo(TIME);
        assertThat(stamp.matches(file)).isFalse();
    }

    /** FAT stores times with a resolution of 2 s, and has no inode numbers. */
    @ParameterizedTest
    @CsvSource({"PT0S, true", "PT2S, true", "PT-2S, true", "PT2.001S, false", "PT-2.001S, false"})
    void withoutANumberTimesMayBeRounded(Duration rounded, boolean fits) throws IOException {
        FileStamp stamp = new FileStamp(TIME.plus(rounded), null);

        assertThat(stamp.matches(file)).isEqualTo(fits);
    }
}
