package io.graphtracker.database;

import io.graphtracker.environment.ProjectRoot;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Which database the application uses, as {@code DATABASE_URL} says. There is one bean of this type; who supports only one
 * engine asks with {@code instanceof}.
 */
public sealed interface DatabaseUrl {

    /** The variable's name, in the environment and in {@code .env}. */
    String VARIABLE = "DATABASE_URL";

    /** Where the database is if {@code DATABASE_URL} is absent, relative to the project root. */
    Path DEFAULT_FILE = Path.of("instance", "graph_tracker.db");

    /** The engine's name as people know it. */
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
     * @param password empty if the driver shall look for one itself ({@code PGPASSWORD}, {@code .pgpass})
     */
    record Postgresql(String jdbcUrl, String user, String password) implements DatabaseUrl {
        @Override
        public String engine() {
            return "PostgreSQL";
        }

        /** Leaves out the password, and the parameters, which may hold one as well ({@code sslpassword}). */
        @Override
        public String toString() {
            return "Postgresql[jdbcUrl=" + jdbcUrl.replaceFirst("\\?.*", "") + ", user=" + user + "]";
        }
    }

    /**
     * Understands a value of {@code DATABASE_URL}. Relative paths are relative to the project root. The forms are:
     *
     * <ul>
     *   <li>absent or blank: {@link #DEFAULT_FILE};
     *   <li><code>sqlite:///relative/path</code>, <code>sqlite:////absolute/path</code>, <code>sqlite:///C:/path</code>:
     *       everything after the third slash is the path as it is; <code>?</code>, <code>#</code> and <code>%</code> are
     *       ordinary characters of it, nothing is decoded;
     *   <li><code>jdbc:sqlite:path</code>, relative or absolute. Unlike the driver we take neither settings after a
     *       <code>?</code>, since ours are fixed, nor <code>file:</code> and <code>:resource:</code>: a path is meant;
     *   <li><code>postgresql://user:password@host:port/name</code>, also <code>postgres://</code>; user and password
     *       percent-decoded, password and port optional, an IPv6 address in brackets; parameters after a <code>?</code> go to
     *       the driver.
     * </ul>
     *
     * A database in memory is refused: it would be lost at every stop.
     *
     * @throws DatabaseUrlException for any other value
     */
    static DatabaseUrl parse(@Nullable String value, ProjectRoot root) {
        return DatabaseUrlParser.parse(value, root);
    }
}
