package io.graphtracker.database;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Temporarily limits the size of files that this process may write: SQLite's {@code SQLITE_IOERR_WRITE}. */
final class FileSizeLimit implements AutoCloseable {

    private FileSizeLimit() {}

    /**
     * Sets the limit, or skips the test where there is no {@code prlimit}.
     *
     * @param bytes of the longest file that may be written
     */
    static FileSizeLimit orSkip(long bytes) throws IOException, InterruptedException {
        Assumptions.assumeTrue(set(Long.toString(bytes)), "This test needs prlimit (Debian: util-linux).");
        return new FileSizeLimit();
    }

    private static boolean set(String limit) throws IOException, InterruptedException {
        try {
            Process prlimit = new ProcessBuilder(
                            "prlimit",
                            "--pid",
                            Long.toString(ProcessHandle.current().pid()),
                            "--fsize=" + limit + ":")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return prlimit.waitFor(10, TimeUnit.SECONDS) && prlimit.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (!set("unlimited")) {
            throw new IllegalStateException("The limit of this process cannot be taken back.");
        }
    }
}
