package io.graphtracker.database.sqlite;

import io.graphtracker.environment.PrivateFiles;
import io.graphtracker.environment.ProjectRoot;
import io.graphtracker.environment.StartupException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteJDBCLoader;

/**
 * Loads SQLite's native library, which the driver unpacks from its jar into the temporary folder. If that folder is
 * full, read-only, or mounted {@code noexec}, as {@code /tmp} on hardened systems, every connection would fail as if
 * the database were damaged.
 *
 * @see "docs/decisions/2026-11-25-sqlite-library.md"
 * @see <a href="https://github.com/xerial/sqlite-jdbc/blob/master/USAGE.md">the properties of the driver</a>
 */
public final class SqliteLibrary {

    /** The property with the folder into which the driver unpacks, by default the JVM's temporary folder. */
    static final String FOLDER_PROPERTY = "org.sqlite.tmpdir";

    /** The folder to unpack into if the temporary folder is unusable, relative to the project root. */
    private static final Path OWN_FOLDER = Path.of("instance", "sqlite-library");

    private static final Logger log = LoggerFactory.getLogger(SqliteLibrary.class);

    private SqliteLibrary() {}

    /**
     * Loads the library, unless this process has done so already.
     *
     * @throws StartupException if it can be loaded from neither folder
     */
    public static void load(ProjectRoot root) {
        String temporary = System.getProperty(FOLDER_PROPERTY, System.getProperty("java.io.tmpdir"));
        Throwable failure = failureOf();
        if (failure != null) {
            Path own = root.resolve(OWN_FOLDER);
            log.warn(
                    "SQLite's library cannot be unpacked into {} and loaded from there ({}); trying {}",
                    temporary,
                    failure.getMessage(),
                    own);
            loadFrom(own, temporary);
        }
    }

    private static void loadFrom(Path own, String temporary) {
        String before = System.getProperty(FOLDER_PROPERTY);
        System.setProperty(FOLDER_PROPERTY, own.toString());
        try {
            PrivateFiles.createFolders(own);
            clear(own);
            Throwable failure = failureOf();
            if (failure != null) {
                throw cannotBeLoaded(temporary, own, failure);
            }
        } catch (IOException e) {
            throw cannotBeLoaded(temporary, own, e);
        } finally {
            if (before == null) {
                System.clearProperty(FOLDER_PROPERTY);
            } else {
                System.setProperty(FOLDER_PROPERTY, before);
            }
        }
    }

    /** Tries to load it with the current properties; returns the reason of a failure, or null. */
    private static @Nullable Throwable failureOf() {
        try {
            SQLiteJDBCLoader.initialize();
            return null;
        } catch (Exception | LinkageError e) {
            log.debug("SQLite's library cannot be loaded", e);
            return e;
        }
    }

    /** Deletes copies that killed processes have left. On Windows, a copy in use cannot be deleted, and stays. */
    private static void clear(Path own) throws IOException {
        try (DirectoryStream<Path> copies = Files.newDirectoryStream(own, "sqlite-*")) {
            for (Path copy : copies) {
                try {
                    Files.deleteIfExists(copy);
                } catch (IOException e) {
                    log.debug("{} stays", copy, e);
                }
            }
        }
    }

    private static StartupException cannotBeLoaded(String temporary, Path own, Throwable failure) {
        log.debug("SQLite's library can be loaded from neither folder", failure);
        return new StartupException(
                "SQLite cannot be loaded: its library could be unpacked into and run from neither the temporary folder "
                        + temporary + " nor " + own + ". Nothing is wrong with the database.",
                "Start with -D" + FOLDER_PROPERTY
                        + "=FOLDER, a folder this user may write to, with 10 MB free, on a volume"
                        + " that is not mounted noexec. If there is one, the driver has no library for this kind of"
                        + " system ("
                        + System.getProperty("os.name") + ", " + System.getProperty("os.arch") + ").");
    }
}
