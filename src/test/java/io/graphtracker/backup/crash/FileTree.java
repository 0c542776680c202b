package io.graphtracker.backup.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The contents of a folder and its subfolders, in memory.
 *
 * @param files the content of each file by its path below the folder
 * @param folders the paths of the folders below it
 */
public record FileTree(SortedMap<Path, FileContent> files, SortedSet<Path> folders) {

    /** Reads a folder. */
    public static FileTree of(Path root) throws IOException {
        SortedMap<Path, FileContent> files = new TreeMap<>();
        SortedSet<Path> folders = new TreeSet<>();
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.filter(path -> !path.equals(root)).toList()) {
                if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                    folders.add(root.relativize(path));
                } else {
                    files.put(root.relativize(path), new FileContent(Files.readAllBytes(path)));
                }
            }
        }
        return new FileTree(files, folders);
    }

    /** Writes it to a folder that does not exist yet. */
    public void writeTo(Path root) throws IOException {
        Files.createDirectories(root);
        for (Path folder : folders) {
            Files.createDirectories(root.resolve(folder));
        }
        for (Map.Entry<Path, FileContent> file : files.entrySet()) {
            Files.write(root.resolve(file.getKey()), file.getValue().bytes());
        }
    }

    /** Deletes a folder and its contents. */
    public static void delete(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** Equal for equal files and folders. */
    public String fingerprint() {
        StringBuilder all = new StringBuilder(folders.toString());
        files.forEach((path, content) -> all.append(path).append('=').append(content.fingerprint()));
        return all.toString();
    }

    /** Whether it contains all visible files that another tree has below a folder, with the same content. */
    public boolean hasAllBelow(Path folder, FileTree other) {
        return other.files.entrySet().stream()
                .filter(file -> file.getKey().startsWith(folder))
                .filter(file -> !file.getKey().getFileName().toString().startsWith("."))
                .allMatch(file -> files.containsKey(file.getKey())
                        && files.get(file.getKey())
                                .fingerprint()
                                .equals(file.getValue().fingerprint()));
    }

    /** The names and sizes of all files, for messages. */
    @Override
    public String toString() {
        StringBuilder names = new StringBuilder();
        files.forEach(
                (path, content) -> names.append("\n  ").append(path).append(' ').append(content.bytes().length));
        return names.toString();
    }
}
