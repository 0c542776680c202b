package io.graphtracker.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files and folders below a folder, to detect where files were written. */
public final class FileTree {

    private FileTree() {}

    /** Everything below a folder, by its absolute path. Links are not followed. */
    public static SortedSet<Path> of(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** The files and folders that were added since another listing. */
    public static SortedSet<Path> addedSince(SortedSet<Path> before, Path folder) throws IOException {
        SortedSet<Path> added = of(folder);
        added.removeAll(before);
        return added;
    }

    /** Copies a folder with all below it to a new place, with times and permissions. */
    public static void copy(Path from, Path to) throws IOException {
        // an outer folder sorts before what is in it
        for (Path path : of(from)) {
            Files.copy(path, to.resolve(from.relativize(path)), StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    /** Deletes these files and folders, the inner ones first. */
    public static void delete(SortedSet<Path> paths) throws IOException {
        List<Path> innerFirst = paths.stream().sorted(Comparator.reverseOrder()).toList();
        for (Path path : innerFirst) {
            if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                Files.delete(path);
            }
        }
    }
}
