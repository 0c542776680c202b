package io.graphtracker.backup.restore;

import io.graphtracker.database.sqlite.SqliteSideFile;
import io.graphtracker.environment.PrivateFiles;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files of the live database, and those a restore creates beside them; all in one folder, so that a rename moves
 * them.
 *
 * @param database the live database, absolute
 */
record DatabaseFiles(Path database) {

    /** More links than any system follows. */
    private static final int LONGEST_CHAIN = 40;

    /**
     * The files of a database that may be named by a symbolic link: SQLite creates its side files beside the target,
     * which may be on another volume than the link.
     */
    static DatabaseFiles of(Path database) throws IOException {
        Path file = database.toAbsolutePath();
        for (int links = 0; Files.isSymbolicLink(file); links++) {
            if (links > LONGEST_CHAIN) {
                throw new FileSystemLoopException(database.toString());
            }
            // its folder may be reached through a link, so that ".." is not what the path says
            file = PrivateFiles.folderOf(file).toRealPath().resolve(Files.readSymbolicLink(file));
        }
        return new DatabaseFiles(file);
    }

    /** The database and its side files: up to four files, which must never be separated. */
    List<Path> live() {
        return Stream.concat(Stream.of(database), sideFiles().stream()).toList();
    }

    /** The files that SQLite creates beside a database; a {@code -journal} only outside WAL mode. */
    List<Path> sideFiles() {
        return sideFilesOf(database).toList();
    }

    private static Stream<Path> sideFilesOf(Path file) {
        return Arrays.stream(SqliteSideFile.values()).map(kind -> kind.of(file));
    }

    /** Whether there are data of the live database; if its file was deleted, the log may contain all that is left. */
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

    /** Where a live file waits during a switch. */
    Path aside(Path live) {
        return aside().resolve(live.getFileName());
    }

    /** The checked copy that is to replace the live database. */
    Path staged() {
        return beside(".", ".restore");
    }

    /** The folder the former database waits in until the new one is known to work. */
    Path aside() {
        return beside(".", ".before-restore");
    }

    /** The folder in which the former database is deleted. */
    Path outdated() {
        return beside(".", ".before-restore-outdated");
    }

    /** The lock file, locked while a process stages, switches, or recovers; never deleted. */
    Path lock() {
        return beside(".", ".restore-lock");
    }

    /** The folder of a restore drill, deleted after it. */
    Path drill() {
        return beside(".", ".restore-drill");
    }

    /** The lock file of restore drills; never deleted. */
    Path drillLock() {
        return beside(".", ".restore-drill-lock");
    }

    /** Whether there are files of a running or interrupted restore. */
    boolean areTouched() {
        return Stream.concat(unfinished().stream(), Stream.of(intent(), aside(), outdated()))
                .anyMatch(file -> Files.exists(file, LinkOption.NOFOLLOW_LINKS));
    }

    /** Exists as long as a switch is neither finished nor rolled back. */
    Path intent() {
        return beside(".", ".restore-intent");
    }

    /** The intent of the last switch that was finished. */
    Path lastRestore() {
        return beside(".", ".last-restore");
    }

    /** The prefix of folders that contain a former database. */
    String formerPrefix() {
        return database.getFileName() + ".before-restore";
    }

    /** The prefix of folders that contain files of others, found among ours. */
    String foreignName() {
        return database.getFileName() + ".left-over";
    }

    /** The folder for a former database, with a number if the name is taken. */
    Path freeFolder(String name) {
        Path free = database.resolveSibling(name);
        for (int number = 2; Files.exists(free, LinkOption.NOFOLLOW_LINKS); number++) {
            free = database.resolveSibling(name + "-" + number);
        }
        return free;
    }

    /** The files that a restore which did not reach its switch may leave. */
    List<Path> unfinished() {
        return Stream.concat(Stream.of(staged(), beside(".", ".restore-intent.part")), sideFilesOf(staged()))
                .toList();
    }

    private Path beside(String prefix, String suffix) {
        return database.resolveSibling(prefix + database.getFileName() + suffix);
    }
}
