package io.graphtracker.backup;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.concurrent.TimeUnit;

/** Another process that tries to take the lock of a folder, and holds it until it is killed. */
final class LockHolder implements AutoCloseable {

    private static final String HELD = "held";
    private static final String REFUSED = "refused";

    private final Process process;
    private final String answer;

    private LockHolder(Process process, String answer) {
        this.process = process;
        this.answer = answer;
    }

    /** Starts it, and waits until it has tried. */
    static LockHolder start(Path folder, ZonedDateTime now) throws IOException, URISyntaxException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classes(FolderLock.class) + System.getProperty("path.separator") + classes(LockHolder.class),
                        LockHolder.class.getName(),
                        folder.toString(),
                        now.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output = process.inputReader();
        return new LockHolder(process, String.valueOf(output.readLine()));
    }

    private static String classes(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                .toString();
    }

    boolean holdsIt() {
        return switch (answer) {
            case HELD -> true;
            case REFUSED -> false;
            default -> throw new IllegalStateException("The other process failed: " + answer);
        };
    }

    /** Kills it, as a power cut or an administrator would. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The other process does not die");
        }
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }

    /** The other process. */
    public static void main(String[] arguments) throws IOException {
        try (FolderLock lock = FolderLock.acquire(Path.of(arguments[0]), ZonedDateTime.parse(arguments[1]))) {
            System.out.println(HELD);
            // until it is killed, or the test is gone
            System.in.read();
        } catch (BackupException e) {
            System.out.println(REFUSED);
        }
    }
}
