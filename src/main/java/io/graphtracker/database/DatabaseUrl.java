package io.graphtracker.database;

import io.graphtracker.environment.ProjectRoot;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The database in use, from {@code DATABASE_URL}. There is one bean of this type; code that supports only one engine
 * checks its type.
 */
public sealed interface DatabaseUrl {

    /** The variable's name, in the environment and in {@code .env}. */
    String VARIABLE = "DATABASE_URL";

    /** The database without {@code DATABASE_URL}, relative to the project root. */
    Path DEFAULT_FILE = Path.of("instance", "graph_tracker.db");

    /** The name of the engine for display. */
    String engine();

    /**
     * A database in a file of this machine.
     *
     * @param file absolute and normalized
     */
    record Sqlite(Path file) implements DatabaseUrl {
        @Override
        public String engine() {
            return "SQLite";
        }
    }

    /**
     * A database on a PostgreSQL server.
     *
     * @param jdbcUrl for the driver, without user and password
     * @param password empty if the driver shall find one itself ({@code PGPASSWORD}, {@code .pgpass})
     */
    record Postgresql(String jdbcUrl, String user, String password) implements DatabaseUrl {
        @Override
        public String engine() {
            return "PostgreSQL";
        }

        /** Omits the password, and the parameters, which may contain one as well ({@code sslpassword}). */
        @Override
        public String toString() {
            return "Postgresql[jdbcUrl=" + jdbcUrl.replaceFirst("\\?.*", "") + ", user=" + user + "]";
        }
    }

    /**
     * Parses a value of {@code DATABASE_URL}. Relative paths are relative to the project root. The forms are:
     *
     * <ul>
     *   <li>absent or blank: {@link #DEFAULT_FILE};
     *   <li><code>sqlite:///relative/path</code>, <code>sqlite:////absolute/path</code>,
     *       <code>sqlite:///C:/path</code>: everything after the third slash is the literal path; <code>?</code>,
     *       <code>#</code> and <code>%</code> are ordinary characters, nothing is decoded;
     *   <li><code>jdbc:sqlite:path</code>, relative or absolute. Other than by the driver, settings after a
     *       <code>?</code> are refused, since ours are fixed, and so are <code>file:</code> and
     *       <code>:resource:</code>;
     *   <li><code>postgresql://user:password@host:port/name</code>, also <code>postgres://</code>; user and password
     *       percent-decoded, password and port optional, an IPv6 address in brackets; parameters after a
     *       <code>?</code> go to the driver.
     * </ul>
     *
     * A database in memory is refused: it would be lost when the application stops.
     *
     * @throws DatabaseUrlException for any other value
     */
    static DatabaseUrl parse(@Nullable String value, ProjectRoot root) {
        return DatabaseUrlParser.parse(value, root);
    }
}
