package io.graphtracker.backup;

import io.graphtracker.database.sqlite.SqliteSideFile;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The name of a backup and of the files that belong to it.
 *
 * @param stamp the server's local time, to the second
 * @param number 1 for the first backup of that second, and then not in the name
 */
public record BackupName(String stamp, int number) implements Comparable<BackupName> {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd_HHmmss", Locale.ROOT);
    private static final String FILE = "graph_tracker_\\d{8}_\\d{6}(?:_\\d+)?\\.sqlite";
    private static final Pattern PARTS = Pattern.compile("graph_tracker_(\\d{8}_\\d{6})(?:_(\\d{1,9}))?\\.sqlite");

    /** Names of what an interrupted backup may leave behind; group 1 is the name it would have been published under. */
    private static final Pattern LEFTOVER = Pattern.compile("\\.(" + FILE + ")\\.part" + sideFileSuffix());

    private static String sideFileSuffix() {
        return Arrays.stream(SqliteSideFile.values())
                .map(SqliteSideFile::suffix)
                .collect(Collectors.joining("|", "(?:", ")?"));
    }

    /** Whether a file belongs to a backup that was interrupted, or is being made. */
    static boolean isLeftover(Path file) {
        return LEFTOVER.matcher(file.getFileName().toString()).matches();
    }

    /** The name that a leftover would have been published under. */
    static String publishedOf(Path leftover) {
        return LEFTOVER.matcher(leftover.getFileName().toString()).replaceFirst("$1");
    }

    public static BackupName first(ZonedDateTime time) {
        return new BackupName(STAMP.format(time), 1);
    }

    /** Parses the name of a published file; empty if it is not one of ours. */
    public static Optional<BackupName> of(String file) {
        Matcher parts = PARTS.matcher(file);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            STAMP.parse(parts.group(1));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
        int number = parts.group(2) == null ? 1 : Integer.parseInt(parts.group(2));
        return Optional.of(new BackupName(parts.group(1), number));
    }

    /** The local time of the server that made it. */
    public LocalDateTime time() {
        return LocalDateTime.parse(stamp, STAMP);
    }

    @Override
    public int compareTo(BackupName other) {
        return Comparator.comparing(BackupName::stamp)
                .thenComparingInt(BackupName::number)
                .compare(this, other);
    }

    BackupName next() {
        return new BackupName(stamp, number + 1);
    }

    /** The name it is published under. */
    String file() {
        return "graph_tracker_" + stamp + (number == 1 ? "" : "_" + number) + ".sqlite";
    }

    /** The hidden name it has until it is verified. */
    String part() {
        return "." + file() + ".part";
    }

    String checksum() {
        return checksumOf(file());
    }

    /** The name of the checksum beside a file. */
    public static String checksumOf(String file) {
        return file + ".sha256";
    }

    String manifest() {
        return manifestOf(file());
    }

    /** The name of the manifest beside a file. */
    public static String manifestOf(String file) {
        return file + ".json";
    }

    /** Whether any of its published files exists, even as a dangling link. */
    boolean isTaken(Path folder) {
        return exists(folder.resolve(file()))
                || exists(folder.resolve(checksum()))
                || exists(folder.resolve(manifest()));
    }

    private static boolean exists(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }
}
