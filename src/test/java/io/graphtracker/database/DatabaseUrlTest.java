package io.graphtracker.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.graphtracker.database.DatabaseUrl.Postgresql;
import io.graphtracker.database.DatabaseUrl.Sqlite;
import io.graphtracker.environment.ProjectRoot;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

    private static final Path HOME = Path.of("some", "home").toAbsolutePath();
    private final ProjectRoot root = new ProjectRoot(HOME);

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  \t"})
    void absentMeansTheDefaultUnderTheRoot(@Nullable String value) {
        assertThat(DatabaseUrl.parse(value, root)).isEqualTo(sqlite("instance/graph_tracker.db"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    sqlite:///data/plan.db             | data/plan.db
                    SQLite:///plan.db                  | plan.db
                    sqlite:///../plan.db               | ../plan.db
                    jdbc:sqlite:data/plan.db           | data/plan.db
                    JDBC:SQLITE:plan.db                | plan.db
                    sqlite:///a b/c#d?e=f&g%20h.db     | a b/c#d?e=f&g%20h.db
                    jdbc:sqlite:a b/c#d&g%20h.db       | a b/c#d&g%20h.db
                    """)
    void relativeSqlitePathsAreUnderTheRootAndLiteral(String value, String path) {
        assertThat(DatabaseUrl.parse(value, root)).isEqualTo(sqlite(path));
    }

    @Test
    @EnabledOnOs(value = OS.WINDOWS, disabledReason = "only Windows has drives")
    void drivesAreAbsoluteOnWindows() {
        assertThat(DatabaseUrl.parse("sqlite:///C:/data/plan.db", root))
                .isEqualTo(new Sqlite(Path.of("C:/data/plan.db")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sqlite:////var/lib/plan.db",
                "jdbc:sqlite:/var/lib/plan.db",
                " sqlite:////var/lib/../lib/plan.db "
            })
    @EnabledOnOs(
            value = {OS.LINUX, OS.MAC},
            disabledReason = "absolute paths begin with a slash")
    void absoluteSqlitePathsStay(String value) {
        assertThat(DatabaseUrl.parse(value, root)).isEqualTo(new Sqlite(Path.of("/var/lib/plan.db")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite:///C:/plan.db", "sqlite:///c:\\plan.db", "jdbc:sqlite:C:/plan.db"})
    @EnabledOnOs(
            value = {OS.LINUX, OS.MAC},
            disabledReason = "Windows has drives")
    void drivesAreRefusedWhereThereAreNone(String value) {
        assertThat(problem(value)).contains("drive");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    sqlite:///:memory:             | memory
                    sqlite://                      | memory
                    jdbc:sqlite::memory:           | memory
                    jdbc:sqlite:file::memory:      | memory
                    jdbc:sqlite:file:x?mode=memory | memory
                    jdbc:sqlite:file:plan.db       | plain path
                    jdbc:sqlite::resource:plan.db  | plain path
                    jdbc:sqlite:plan.db?cache=1    | settings of the driver
                    sqlite:plan.db                 | three slashes
                    sqlite://plan.db               | three slashes
                    sqlite:///                     | no database file
                    sqlite:///data/                | no database file
                    jdbc:sqlite:                   | no database file
                    mysql://u:p@host/db            | not supported
                    jdbc:postgresql://host/db      | not supported
                    plan.db                        | not supported
                    """)
    void otherFormsAreRefusedWithAReason(String value, String reason) {
        assertThat(problem(value)).contains(reason);
    }

    @Test
    void aCharacterThatNoPathCanHaveIsRefused() {
        assertThat(problem("sqlite:///plan\0.db")).contains("character");
    }

    /** As in {@code BACKUPS_DIR}: each of these would become an unexpected folder with an empty database in it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    sqlite:///~/plan.db                | home folder
                    sqlite:////~/plan.db               | home folder
                    jdbc:sqlite:~/plan.db              | home folder
                    sqlite:///${HOME}/plan.db          | nothing is replaced
                    sqlite:///$(pwd)/plan.db           | nothing is replaced
                    jdbc:sqlite:%APPDATA%/plan.db      | nothing is replaced
                    sqlite:///s3://bucket/plan.db      | an address
                    sqlite:///nas:/export/plan.db      | another machine
                    sqlite:///“plan.db”                | curly quotes
                    sqlite:///`pwd`/plan.db            | backticks
                    sqlite:///pl\u200ban.db            | cannot be seen
                    sqlite:///pl\u00a0an.db            | cannot be seen
                    sqlite:///pl\ufffdan.db            | LC_ALL=C.UTF-8
                    """)
    @DisabledOnOs(OS.WINDOWS)
    void whatCannotBeMeantAsAPathIsRefused(String value, String reason) {
        assertThat(problem(value)).contains(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite:///a\\b.db", "sqlite://///server/share/plan.db", "jdbc:sqlite:\\\\server\\plan.db"})
    @DisabledOnOs(OS.WINDOWS)
    void aWindowsPathIsRefusedElsewhere(String value) {
        assertThat(problem(value)).contains("Windows path");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    postgresql://ann:s3cret@db.example:5433/p | jdbc:postgresql://db.example:5433/p | ann | s3cret
                    postgres://ann:s3cret@10.0.0.7/plans | jdbc:postgresql://10.0.0.7/plans | ann | s3cret
                    PostgreSQL://ann@host/plans | jdbc:postgresql://host/plans | ann | ''
                    postgresql://ann:@host/plans | jdbc:postgresql://host/plans | ann | ''
                    postgresql://a%40b:p%3A%2F%25%20+%C3%A4@host/p | jdbc:postgresql://host/p | a@b | 'p:/% +ä'
                    postgresql://u:p@[::1]:5432/plans | jdbc:postgresql://[::1]:5432/plans | u | p
                    postgresql://u:p@[fe80::1%25eth0]/plans | jdbc:postgresql://[fe80::1%25eth0]/plans | u | p
                    postgresql://u:p@host/p?ssl=on&options=a%20b | jdbc:postgresql://host/p?ssl=on&options=a%20b | u | p
                    """)
    void postgresqlIsTakenApart(String value, String jdbcUrl, String user, String password) {
        assertThat(DatabaseUrl.parse(value, root)).isEqualTo(new Postgresql(jdbcUrl, user, password));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    postgresql://u:s3cret@host              | form
                    postgresql://u:s3cret@host/             | form
                    postgresql://u:s3cret@/plans            | form
                    postgresql://u:s3cret@:5432/plans       | form
                    postgresql://host/plans                 | form
                    postgresql://:s3cret@host/plans         | form
                    postgresql://u:s3cret@@host/plans       | form
                    postgresql://u:s3cret/x@host/plans      | form
                    postgresql://u:s3cret#x@host/plans      | form
                    postgresql://u:s3cret:x@host/plans      | form
                    postgresql://u:s3cret@host:x/plans      | form
                    postgresql://u:s3cret@::1/plans         | form
                    postgresql://u:s3cret@host/plans#x      | form
                    postgresql://u:s3cret@host:0/plans      | port
                    postgresql://u:s3cret@host:65536/plans  | port
                    postgresql://u:s3cret%@host/plans       | %25
                    postgresql://u:s3cret%zz@host/plans     | %25
                    postgresql://u@host/plans?password=s3cret          | before the host
                    postgresql://u@host/plans?sslmode=x&user=s3cret    | before the host
                    """)
    void brokenPostgresqlIsRefusedAndNothingIsGivenAway(String value, String reason) {
        assertThatExceptionOfType(DatabaseUrlException.class)
                .isThrownBy(() -> DatabaseUrl.parse(value, root))
                .satisfies(e -> {
                    assertThat(e.getMessage()).startsWith("DATABASE_URL").contains(reason);
                    assertThat(e.action()).contains("sqlite:///", "postgresql://user:password@host:port/name");
                    // also what a logger would print, with all causes
                    assertThat(printed(e) + e.action()).doesNotContain("s3cret").doesNotContain(value);
                });
    }

    @Test
    void theTextOfAPostgresqlUrlHidesThePassword() {
        DatabaseUrl url = DatabaseUrl.parse("postgresql://ann:s3cret@host:5433/plans?sslpassword=s3cret", root);

        assertThat(url).hasToString("Postgresql[jdbcUrl=jdbc:postgresql://host:5433/plans, user=ann]");
        assertThat(url.engine()).isEqualTo("PostgreSQL");
        assertThat(sqlite("x").engine()).isEqualTo("SQLite");
    }

    private String problem(String value) {
        try {
            return "accepted: " + DatabaseUrl.parse(value, root);
        } catch (DatabaseUrlException e) {
            assertThat(e.getMessage()).startsWith("DATABASE_URL ").endsWith(".");
            return e.getMessage();
        }
    }

    private static Sqlite sqlite(String path) {
        return new Sqlite(HOME.resolve(path).normalize());
    }

    private static String printed(Exception e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
