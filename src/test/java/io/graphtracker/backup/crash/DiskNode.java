package io.graphtracker.backup.crash;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A file or a folder, whatever its name. */
final class DiskNode {

    /** What a file had on the disk at first; absent of a folder. */
    final @Nullable FileContent before;

    /** What a folder had on the disk at first. */
    final Map<String, DiskNode> entriesBefore = new TreeMap<>();

    /** What a folder has in the system's memory, as every process sees it. */
    final Map<String, DiskNode> entries = new TreeMap<>();

    private DiskNode(@Nullable FileContent before) {
        this.before = before;
    }

    static DiskNode folder() {
        return new DiskNode(null);
    }

    static DiskNode file(FileContent before) {
        return new DiskNode(before);
    }

    boolean isFolder() {
        return before == null;
    }
}
