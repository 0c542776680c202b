package io.graphtracker.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/**
 * Makes the temporary folders of tests that say nothing else ({@code junit-platform.properties}): in memory, or on a
 * disk where there is time for it, see {@link Depth}.
 */
public final class TestFolder implements TempDirFactory {

    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext extension) throws IOException {
        return create("junit");
    }

    /** A new folder, which the caller must delete. */
    static Path create(String prefix) throws IOException {
        return Depth.isThorough() ? Files.createTempDirectory(prefix) : MemoryFolder.create(prefix);
    }
}
