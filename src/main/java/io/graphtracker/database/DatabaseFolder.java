package io.graphtracker.database;

import io.graphtracker.environment.PrivateFiles;
import io.graphtracker.environment.StartupException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of a SQLite database. */
final class DatabaseFolder {

    private static final String ACTION =
            "Correct the path in DATABASE_URL, or give the user that runs Graph Tracker permission to write there.";

    private DatabaseFolder() {}

    /**
     * Ensures that a database can be opened at a path. Missing folders and a missing file are created, accessible for
     * their owner only. The folder must be writable, too: SQLite creates its write-ahead log beside the file.
     *
     * @throws StartupException with the reason, if the database cannot be opened
     */
    static void prepare(Path file) {
        Path folder = file.getParent();
        if (folder == null || Files.isDirectory(file)) {
            throw new StartupException("The database cannot be opened: " + file + " is a folder.", ACTION);
        }
        try {
            PrivateFiles.createFolders(folder);
        } catch (IOException e) {
            throw new StartupException(
                    "The folder " + folder + " for the database cannot be created: " + reason(e), ACTION);
        }
        requireWritable(folder);
        if (Files.exists(file)) {
            if (!Files.isRegularFile(file)) {
                throw new StartupException(
                        "The database cannot be opened: " + file + " is a pipe, a socket or a device.", ACTION);
            }
            requireWritable(file);
        } else {
            create(file);
        }
    }

    private static void requireWritable(Path path) {
        if (!Files.isWritable(path)) {
            throw new StartupException("The database cannot be opened: " + path + " is not writable.", ACTION);
        }
    }

    /** Creates an empty file, a new database for SQLite, which itself would create it readable for others. */
    private static void create(Path file) {
        try {
            PrivateFiles.createIfAbsent(file);
        } catch (IOException e) {
            throw new StartupException("The database " + file + " cannot be created: " + reason(e), ACTION);
        }
    }

    private static String reason(IOException e) {
        return switch (e) {
            case FileAlreadyExistsException file -> file.getFile() + " is a file.";
            case AccessDeniedException denied -> denied.getFile() + " is not writable.";
            case FileSystemException other ->
                other.getReason() == null ? other.getFile() + " is in the way." : other.getReason() + ".";
            default -> e.toString();
        };
    }
}
