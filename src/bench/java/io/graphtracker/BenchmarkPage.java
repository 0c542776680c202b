package io.graphtracker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The page of figures, of which each benchmark writes its own part and leaves the others. */
public final class BenchmarkPage {

    private static final String BEGIN = "<!-- part: ";
    private static final String END = " -->\n";

    private BenchmarkPage() {}

    /**
     * Replaces a part, or adds it at the end. What stands before the first mark is the backup's, which wrote the page
     * alone once.
     */
    public static void write(Path page, String part, String text) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        String former = Files.exists(page) ? Files.readString(page) : "";
        for (String piece : former.split("(?=" + BEGIN + ")")) {
            if (piece.startsWith(BEGIN)) {
                int end = piece.indexOf(END);
                parts.put(piece.substring(BEGIN.length(), end), piece.substring(end + END.length()));
            } else if (!piece.isBlank()) {
                parts.put("backup", piece);
            }
        }
        parts.put(part, text);
        Files.writeString(
                page,
                parts.entrySet().stream()
                        .map(each ->
                                BEGIN + each.getKey() + END + each.getValue().stripTrailing() + "\n")
                        .collect(Collectors.joining("\n")));
    }
}
