package io.graphtracker.database;

import io.graphtracker.database.DatabaseUrl.Postgresql;
import io.graphtracker.database.DatabaseUrl.Sqlite;
import io.graphtracker.environment.PathValue;
import io.graphtracker.environment.PathValueException;
import io.graphtracker.environment.ProjectRoot;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/** Parses {@code DATABASE_URL}; see {@link DatabaseUrl#parse} for its forms. */
final class DatabaseUrlParser {

    private static final String SQLITE = "sqlite:";
    private static final String JDBC_SQLITE = "jdbc:sqlite:";
    private static final Pattern POSTGRESQL_SCHEME = Pattern.compile("postgres(ql)?://", Pattern.CASE_INSENSITIVE);

    /** Strict, so that a password with an unescaped separator is refused instead of split. */
    private static final Pattern POSTGRESQL = Pattern.compile("(?<user>[^:/@?#\\s]+)(:(?<password>[^:/@?#\\s]*))?@"
            + "(?<host>\\[[0-9A-Za-z:.%]+]|[A-Za-z0-9._-]+)(:(?<port>\\d{1,5}))?"
            + "/(?<name>[^/?#\\s]+)(\\?(?<parameters>[^#\\s]*))?");

    private final ProjectRoot root;

    private DatabaseUrlParser(ProjectRoot root) {
        this.root = root;
    }

    static DatabaseUrl parse(@Nullable String value, ProjectRoot root) {
        if (value == null || value.isBlank()) {
            return new Sqlite(root.resolve(DatabaseUrl.DEFAULT_FILE));
        }
        return new DatabaseUrlParser(root).parse(value.strip());
    }

    private DatabaseUrl parse(String value) {
        Matcher scheme = POSTGRESQL_SCHEME.matcher(value);
        if (scheme.lookingAt()) {
            return postgresql(value.substring(scheme.end()));
        }
        if (startsWith(value, JDBC_SQLITE)) {
            return jdbcSqlite(value.substring(JDBC_SQLITE.length()));
        }
        if (startsWith(value, SQLITE)) {
            return sqlite(value.substring(SQLITE.length()));
        }
        throw new DatabaseUrlException("names a kind of database that is not supported.");
    }

    private Sqlite sqlite(String rest) {
        if (rest.contains(":memory:") || rest.equals("//")) {
            throw memory();
        }
        if (!rest.startsWith("///")) {
            throw new DatabaseUrlException(
                    "needs three slashes after \"sqlite:\", and a fourth before an absolute path.");
        }
        return file(rest.substring("///".length()));
    }

    private Sqlite jdbcSqlite(String path) {
        if (path.contains(":memory:") || path.contains("mode=memory")) {
            throw memory();
        }
        if (path.startsWith("file:") || path.startsWith(":resource:")) {
            throw new DatabaseUrlException(
                    "needs a plain path after \"jdbc:sqlite:\", not a \"file:\" or \":resource:\" address.");
        }
        if (path.contains("?")) {
            throw new DatabaseUrlException(
                    "has a \"?\" after \"jdbc:sqlite:\", but settings of the driver cannot be chosen; "
                            + "if it is part of the path, begin with \"sqlite:///\" instead.");
        }
        return file(path);
    }

    private Sqlite file(String path) {
        if (path.isBlank() || path.endsWith("/")) {
            throw new DatabaseUrlException("names no database file.");
        }
        // in "sqlite:////~/x.db", the slash before "~" is only there to make the path absolute
        String meant = path.startsWith("/~/") ? path.substring(1) : path;
        try {
            return new Sqlite(root.resolve(PathValue.parse(meant)));
        } catch (PathValueException e) {
            throw new DatabaseUrlException(
                    "names a file whose path " + e.problem().phrase());
        }
    }

    private static Postgresql postgresql(String rest) {
        Matcher parts = POSTGRESQL.matcher(rest);
        if (!parts.matches()) {
            throw new DatabaseUrlException("is not of the form postgresql://user:password@host:port/name; "
                    + "in user and password, write : / @ ? # % and spaces percent-encoded (@ as %40).");
        }
        String parameters = parts.group("parameters");
        checkParameters(parameters);
        String server = parts.group("host") + port(parts.group("port")) + "/" + parts.group("name");
        return new Postgresql(
                "jdbc:postgresql://" + server + (parameters == null ? "" : "?" + parameters),
                decode(parts.group("user")),
                decode(Optional.ofNullable(parts.group("password")).orElse("")));
    }

    private static String port(@Nullable String port) {
        if (port == null) {
            return "";
        }
        int number = Integer.parseInt(port);
        if (number < 1 || number > 65_535) {
            throw new DatabaseUrlException("has a port that is not between 1 and 65535.");
        }
        return ":" + number;
    }

    /** The driver accepts these, too, and would then show the password wherever it shows its URL. */
    private static void checkParameters(@Nullable String parameters) {
        if (parameters != null
                && Arrays.stream(parameters.split("&"))
                        .anyMatch(p -> p.startsWith("user=") || p.startsWith("password="))) {
            throw new DatabaseUrlException("has the user or the password after the \"?\"; write them before the host.");
        }
    }

    private static String decode(String text) {
        try {
            // not URLDecoder, which decodes forms and turns a plus sign into a space
            return StringUtils.uriDecode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new DatabaseUrlException(
                    "has a % in user or password that is not followed by two hexadecimal digits; "
                            + "write the character % itself as %25.");
        }
    }

    private static boolean startsWith(String value, String prefix) {
        return value.regionMatches(true, 0, prefix, 0, prefix.length());
    }

    private static DatabaseUrlException memory() {
        return new DatabaseUrlException("asks for a database in memory, which would be lost at every stop.");
    }
}
