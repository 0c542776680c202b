package io.graphtracker.backup.crash;

import java.nio.file.Path;

/** What a process asked of the file system, and got. */
public sealed interface FileCall {

    /** Opened a file, and made it if it was not there. */
    record Create(Path file) implements FileCall {}

    record Write(Path file, long offset, byte[] data) implements FileCall {}

    record Truncate(Path file, long size) implements FileCall {}

    /**
     * Waited until the content of a file, or the entries of a folder, were on the disk.
     *
     * @param begun how many calls were complete when it began: it waits for no other
     */
    record Sync(Path path, int begun) implements FileCall {}

    record Link(Path file, Path link) implements FileCall {}

    record Rename(Path from, Path to) implements FileCall {}

    /** Deleted a file, or an empty folder. */
    record Delete(Path path) implements FileCall {}

    record MakeFolder(Path folder) implements FileCall {}

    /** Told a line to whoever started it: what it promised then must be true after a crash. */
    record Said(String line) implements FileCall {}
}
