package io.graphtracker.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;

/** Special files in the place of a regular one, which must never be opened. */
public final class SpecialFiles {

    private SpecialFiles() {}

    /** A named pipe. Opening it blocks until the other end is opened. */
    public static Path pipe(Path path) throws IOException, InterruptedException {
        Process made = new ProcessBuilder("mkfifo", path.toString()).start();
        assumeTrue(made.waitFor() == 0, "a named pipe cannot be made here");
        return path;
    }

    /** A socket; the path may have about a hundred bytes. */
    public static ServerSocketChannel socket(Path path) throws IOException {
        ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        return channel.bind(UnixDomainSocketAddress.of(path));
    }
}
