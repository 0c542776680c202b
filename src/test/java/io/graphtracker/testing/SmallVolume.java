package io.graphtracker.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** A small volume in memory; only root may mount one. */
public final class SmallVolume implements AutoCloseable {

    private static final String NEEDS_ROOT = "This test mounts a small tmpfs, which only root on Linux may do.";

    private final Path folder;

    private SmallVolume(Path folder) {
        this.folder = folder;
    }

    /**
     * Mounts it, if this process may.
     *
     * @param size as {@code mount} understands it, for example {@code 16m}
     */
    public static Optional<SmallVolume> mount(Path folder, String size) {
        return run("mount", "-t", "tmpfs", "-o", "size=" + size, "none", folder.toString())
                ? Optional.of(new SmallVolume(folder))
                : Optional.empty();
    }

    /** The volume; if there is none, the test is skipped. */
    public static SmallVolume orSkip(@Nullable SmallVolume volume) {
        Assumptions.assumeTrue(volume != null, NEEDS_ROOT);
        return volume;
    }

    /** Fills it to the last byte until the result is closed. */
    public Filled fill() throws IOException {
        Path filler = folder.resolve("filler");
        try (OutputStream out = Files.newOutputStream(filler)) {
            byte[] page = new byte[4096];
            while (true) {
                out.write(page);
            }
        } catch (IOException full) {
            return new Filled(filler);
        }
    }

    /** Frees the space when closed. */
    public record Filled(Path filler) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            Files.delete(filler);
        }
    }

    @Override
    public void close() throws IOException {
        if (!run("umount", "--lazy", folder.toString())) {
            throw new IOException(folder + " cannot be unmounted");
        }
    }

    private static boolean run(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
