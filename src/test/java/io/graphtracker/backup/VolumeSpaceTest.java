package io.graphtracker.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.testing.Volume;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VolumeSpaceTest {

    private final VolumeSpace space = new VolumeSpace();

    @TempDir
    Path root;

    @Test
    void aFileSharesTheVolumeOfItsFolderAndOfOthersBesideIt() throws IOException {
        Path file = Files.writeString(Files.createDirectory(root.resolve("a")).resolve("file"), "x");

        assertThat(space.isShared(file, root)).isTrue();
        assertThat(space.isShared(Files.createDirectory(root.resolve("b")), file))
                .isTrue();
    }

    @Test
    void aMountIsAnotherVolume() throws Exception {
        try (Volume volume = new Volume()) {
            Path mounted = volume.memory(root.resolve("mounted"), "size=1m");

            assertThat(space.isShared(mounted, root)).isFalse();
        }
    }

    @Test
    void whatCannotBeToldIsTakenForShared() {
        assertThat(space.isShared(root.resolve("missing"), root)).isTrue();
    }
}
