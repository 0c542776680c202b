package io.graphtracker.backup.restore;

import io.graphtracker.database.sqlite.SqliteSideFile;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files of the live database, and those that a restore puts beside them; all in one folder, so that a rename is enough to
 * move them.
 *
 * @param database the live database, absolute
 */
record DatabaseFiles(Path database) {

    /** More links than any system follows. */
    private static final int LONGEST_CHAIN = 40;

    /**
     * Those of a database that may be named by a link: SQLite keeps what belongs to it beside the file itself, and the file
     * may be on another volume than the link.
     */
    static DatabaseFiles of(Path database) throws IOException {
        Path file = database.toAbsolutePath();
        for (int links = 0; Files.isSymbolicLink(file); links++) {
            if (links > LONGEST_CHAIN) {
                throw new FileSystemLoopException(database.toString());
            }
            // its folder may be behind a link itself, and then what is above it is not what the path says
            file = file.getParent().toRealPath().resolve(Files.readSymbolicLink(file));
        }
        return new DatabaseFiles(file);
    }

    /** The database and what belongs to it: one database in up to four files, that must never be taken apart. */
    List<Path> live() {
        return Stream.concat(Stream.of(database), sideFiles().stream()).toList();
    }

    /** What SQLite keeps beside a database; a {@code -journal} only if somebody took it out of WAL mode. */
    List<Path> sideFiles() {
        return sideFilesOf(database).toList();
    }

    private static Stream<Path> sideFilesOf(Path file) {
        return Arrays.stream(SqliteSideFile.values()).map(kind -> kind.of(file));
    }

    /** Whether there is anything of the live database; of one that was deleted, the log may hold all there is left. */
    boolean holdData() throws IOException {
        if (Files.exists(database)) {
            return true;
        }
        for (SqliteSideFile kind : SqliteSideFile.values()) {
            Path file = kind.of(database);
            if (kind.containsData() && Files.exists(file) && Files.size(file) > 0) {
                return true;
            }
        }
        return false;
    }

    /** Where one of the live files waits. */
    Path aside(Path live) {
        return aside().resolve(live.getFileName());
    }

    /** The checked copy that is to take the database's place. */
    Path staged() {
        return beside(".", ".restore");
    }

    /** The folder the former database waits in until the new one is known to work. */
    Path aside() {
        return beside(".", ".before-restore");
    }

    /** The folder the former database is deleted in, once nobody needs it. */
    Path outdated() {
        return beside(".", ".before-restore-outdated");
    }

    /** Locked as long as a process stages, switches, or recovers; it stays. */
    Path lock() {
        return beside(".", ".restore-lock");
    }

    /** Whether there is anything of a restore that is under way, or was. */
    boolean areTouched() {
        return Stream.concat(unfinished().stream(), Stream.of(intent(), aside(), outdated()))
                .anyMatch(file -> Files.exists(file, LinkOption.NOFOLLOW_LINKS));
    }

    /** There as long as a switch is neither finished nor undone. */
    Path intent() {
        return beside(".", ".restore-intent");
    }

    /** What the last switch did, there as long as no other was done. */
    Path lastRestore() {
        return beside(".", ".last-restore");
    }

    /** How the names of folders begin that keep a former database as files. */
    String keptName() {
        return database.getFileName() + ".before-restore";
    }

    /** How the names of folders begin that keep what somebody else had put among our files. */
    String foreignName() {
        return database.getFileName() + ".left-over";
    }

    /** Where a former database is kept as files: a name that is free. */
    Path kept(String name) {
        Path kept = database.resolveSibling(name);
        for (int number = 2; Files.exists(kept, LinkOption.NOFOLLOW_LINKS); number++) {
            kept = database.resolveSibling(name + "-" + number);
        }
        return kept;
    }

    /** What a restore that never came to its switch may leave. */
    List<Path> unfinished() {
        return Stream.concat(Stream.of(staged(), beside(".", ".restore-intent.part")), sideFilesOf(staged()))
                .toList();
    }

    private Path beside(String prefix, String suffix) {
        return database.resolveSibling(prefix + database.getFileName() + suffix);
    }
}
