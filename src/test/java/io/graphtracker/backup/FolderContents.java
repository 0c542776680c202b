package io.graphtracker.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The content of a folder: names and bytes, without the lock file, which is never deleted. */
public record FolderContents(SortedMap<String, String> files) {

    public static FolderContents of(Path folder) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.toList()) {
                String name = entry.getFileName().toString();
                if (!name.equals(FolderLock.FILE)) {
                    files.put(name, content(entry));
                }
            }
        }
        return new FolderContents(files);
    }

    public Set<String> names() {
        return files.keySet();
    }

    private static String content(Path entry) throws IOException {
        return Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS) ? Sha256.of(entry) : "no file";
    }
}
