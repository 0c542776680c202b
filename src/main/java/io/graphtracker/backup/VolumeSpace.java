package io.graphtracker.backup;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** How much room there is on the volume of a folder; a bean of its own, so that a test can fill a disk. */
@Component
public class VolumeSpace {

    /** Bytes this process may still write there. */
    public long usableBytes(Path folder) throws IOException {
        return Files.getFileStore(folder).getUsableSpace();
    }

    /** What people call the volume, for example {@code / (/dev/sda1)}. */
    public String volume(Path folder) throws IOException {
        FileStore store = Files.getFileStore(folder);
        return store.toString();
    }
}
