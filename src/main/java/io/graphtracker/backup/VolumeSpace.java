package io.graphtracker.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** How much room there is on the volume of a folder; a bean of its own, so that a test can fill a disk. */
@Component
public class VolumeSpace {

    /** Bytes this process may still write there. */
    public long usableBytes(Path folder) throws IOException {
        // not by its FileStore, which cannot be found for every path of a container
        return folder.toFile().getUsableSpace();
    }

    /** Whether two files or folders are on one volume, so that what one takes the other lacks; if that cannot be told, they are. */
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

    /** What people call the volume, for example {@code / (/dev/sda1)}. */
    public String volume(Path folder) {
        try {
            return Files.getFileStore(folder).toString();
        } catch (IOException e) {
            return folder.toString();
        }
    }
}
