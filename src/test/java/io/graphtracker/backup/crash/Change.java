package io.graphtracker.backup.crash;

import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A change by one call of the process, with the numbers of that call and of the one that forced it to the disk. */
final class Change {

    /** A folder's entry under a name is set to a file or folder, or removed. */
    record Entry(DiskNode folder, String name, @Nullable DiskNode node) {}

    /** The fate of a change that may have been lost. */
    enum Fate {
        LOST,
        WHOLE,
        /** The new length of the file reached the disk, but its content did not. */
        ZEROS,
        TORN
    }

    private final int at;
    private final Set<DiskNode> unforced = Collections.newSetFromMap(new IdentityHashMap<>());
    private int durable = Integer.MAX_VALUE;

    // of a folder
    private List<Entry> entries = List.of();

    /** The rename before this one of the same file: without the first, the second did not happen either. */
    private @Nullable Change follows;

    // of a file
    private @Nullable DiskNode file;
    private long offset;

    /** Absent if only the size of a file is set. */
    private byte @Nullable [] data;

    private Change(int at) {
        this.at = at;
    }

    static Change of(int at, List<Entry> entries, @Nullable Change follows) {
        Change change = new Change(at);
        change.entries = entries;
        change.follows = follows;
        entries.forEach(entry -> change.unforced.add(entry.folder()));
        return change;
    }

    static Change of(int at, DiskNode file, long offset, byte @Nullable [] data) {
        Change change = new Change(at);
        change.file = file;
        change.offset = offset;
        change.data = data;
        change.unforced.add(file);
        return change;
    }

    boolean isOfFile() {
        return file != null;
    }

    boolean sets(DiskNode folder, String name) {
        return entries.stream()
                .anyMatch(entry -> entry.folder() == folder && entry.name().equals(name));
    }

    void force(DiskNode node, int by) {
        if (unforced.remove(node) && unforced.isEmpty()) {
            durable = by;
        }
    }

    boolean isDoneAt(int point) {
        return at < point;
    }

    boolean mayBeLostAt(int point) {
        return at < point && durable >= point;
    }

    /** Whether it changes this file. */
    boolean isOf(DiskNode node) {
        return file == node;
    }

    List<Entry> entries() {
        return entries;
    }

    /** Whether it moves something to another place. */
    boolean isRename() {
        return entries.size() > 1;
    }

    @Nullable
    Change follows() {
        return follows;
    }

    /**
     * Applies the change.
     *
     * @param content the content of the file; changed in place if its size stays the same
     * @return its new content
     */
    byte[] applyTo(byte[] content, Fate fate) {
        if (fate == Fate.LOST) {
            return content;
        }
        if (data == null) {
            return sized(content, (int) offset);
        }
        byte[] changed = sized(content, Math.max(content.length, (int) offset + data.length));
        int length = switch (fate) {
            case LOST, ZEROS -> 0;
            case TORN -> data.length / 2;
            case WHOLE -> data.length;
        };
        System.arraycopy(data, 0, changed, (int) offset, length);
        return changed;
    }

    private static byte[] sized(byte[] content, int size) {
        return content.length == size ? content : Arrays.copyOf(content, size);
    }
}
