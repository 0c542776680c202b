package io.graphtracker.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The values are those that {@code sha256sum} prints. */
class Sha256Test {

    @TempDir
    Path folder;

    @Test
    void ofAnEmptyFile() throws IOException {
        assertThat(Sha256.of(file(""))).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void ofAFewBytes() throws IOException {
        assertThat(Sha256.of(file("abc")))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void ofMoreThanOneBufferAndNotAMultipleOfIt() throws IOException {
        // head -c 3000000 /dev/zero | tr '\0' a | sha256sum
        assertThat(Sha256.of(file("a".repeat(3_000_000))))
                .isEqualTo("2a152c894398719c0570f83fac34ac03a0f6e8e474b995c2403aa5434f7b9dd4");
    }

    @Test
    void ofNoFileIsAnError() {
        assertThatIOException().isThrownBy(() -> Sha256.of(folder.resolve("missing")));
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("file"), content);
    }
}
