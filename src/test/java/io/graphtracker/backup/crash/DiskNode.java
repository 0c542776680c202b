package io.graphtracker.backup.crash;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A file or a folder, independent of its name. */
final class DiskNode {

    /** The initial content of a file on the disk; absent for a folder. */
    final @Nullable FileContent before;

    /** The initial entries of a folder on the disk. */
    final Map<String, DiskNode> entriesBefore = new TreeMap<>();

    /** The entries of a folder in the memory of the system, as every process sees them. */
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
