package io.graphtracker.backup;

import java.nio.file.Path;

/** A volume with a given amount of free space. */
final class FreeSpace extends VolumeSpace {

    static final String VOLUME = "/data (/dev/test)";

    private final long bytes;

    FreeSpace(long bytes) {
        this.bytes = bytes;
    }

    @Override
    public long usableBytes(Path folder) {
        return bytes;
    }

    @Override
    public String volume(Path folder) {
        return VOLUME;
    }
}
