package io.graphtracker.backup.catalog;

import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The folder the next backup would be written to.
 *
 * @param path absolute
 * @param exists whether it exists already; the next backup creates it otherwise
 * @param freeBytes free space on its volume; null if the system does not tell
 * @param warnings why it is a bad choice; empty if nothing speaks against it
 */
public record TargetFolder(
        Path path, boolean exists, @Nullable Long freeBytes, Set<FolderWarning> warnings) {}
