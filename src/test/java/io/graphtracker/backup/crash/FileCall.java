package io.graphtracker.backup.crash;

import java.nio.file.Path;

/** A successful file system call of a process. */
public sealed interface FileCall {

    /** Opened a file, and created it if it did not exist. */
    record Create(Path file) implements FileCall {}

    record Write(Path file, long offset, byte[] data) implements FileCall {}

    record Truncate(Path file, long size) implements FileCall {}

    /**
     * Forced the content of a file, or the entries of a folder, to the disk.
     *
     * @param begun the number of calls completed when it began; it forces no later ones
     */
    record Sync(Path path, int begun) implements FileCall {}

    record Link(Path file, Path link) implements FileCall {}

    record Rename(Path from, Path to) implements FileCall {}

    /** Deleted a file, or an empty folder. */
    record Delete(Path path) implements FileCall {}

    record MakeFolder(Path folder) implements FileCall {}

    /** Printed a line for the process that started it: what the line promised must be true after a crash. */
    record Said(String line) implements FileCall {}
}
