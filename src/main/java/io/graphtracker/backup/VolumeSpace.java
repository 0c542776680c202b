package io.graphtracker.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** The free space on the volume of a folder; a bean of its own, so that a test can fill a disk. */
@Component
public class VolumeSpace {

    /** The number of bytes that this process may still write there. */
    public long usableBytes(Path folder) throws IOException {
        // not by its FileStore: in containers, not every path has one
        return folder.toFile().getUsableSpace();
    }

    /** Whether two files or folders share the space of one volume; true if that cannot be determined. */
    public boolean isShared(Path one, Path other) {
        try {
            return Files.getAttribute(one, "unix:dev").equals(Files.getAttribute(other, "unix:dev"));
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return !areStoresApart(one, other);
        }
    }

    private static boolean areStoresApart(Path one, Path other) {
        try {
            return !Files.getFileStore(one).equals(Files.getFileStore(other));
        } catch (IOException e) {
            return false;
        }
    }

    /** The name of the volume, for example {@code / (/dev/sda1)}. */
    public String volume(Path folder) {
        try {
            return Files.getFileStore(folder).toString();
        } catch (IOException e) {
            return folder.toString();
        }
    }
}
