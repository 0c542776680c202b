package io.graphtracker.backup.operations;

import io.graphtracker.environment.PrivateFiles;
import io.graphtracker.environment.ProjectRoot;
import io.graphtracker.environment.SqliteUri;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;
import org.sqlite.SQLiteConfig;

/**
 * Who did what with backups. Lines are only ever added, which triggers in the database hold everybody to. It is a database of its
 * own, {@value #FILE} under the project root, opened for each use: what a restore brings back must not take along the record of
 * that restore, and nothing holds the file meanwhile.
 */
@Component
public class OperationsRecord {

    /** Where it is, relative to the project root. */
    public static final String FILE = "instance/operations.db";

    private static final Logger log = LoggerFactory.getLogger(OperationsRecord.class);

    /** How long to wait for another process that is writing, in milliseconds. */
    private static final int BUSY_TIMEOUT_MILLIS = 5_000;

    private static final List<String> SCHEMA = List.of("""
            create table if not exists operation (
                number        integer primary key autoincrement,
                id            text    not null unique,
                at_millis     integer not null,
                kind          text    not null,
                backup        text    not null,
                user_name     text    not null,
                problem       text,
                detail        text    not null,
                safety_backup text
            )""", """
            create trigger if not exists operation_is_never_changed before update on operation
            begin select raise(abort, 'the record of operations is only added to'); end""", """
            create trigger if not exists operation_is_never_deleted before delete on operation
            begin select raise(abort, 'the record of operations is only added to'); end""", """
            create trigger if not exists operation_is_never_replaced before insert on operation
            when exists (select 1 from operation where id = new.id or number = new.number)
            begin select raise(ignore); end""");

    private final Path file;

    /** Whether this process has seen it complete; somebody may have deleted it since. */
    private volatile boolean complete;

    OperationsRecord(ProjectRoot root) {
        this.file = root.resolve(Path.of(FILE));
    }

    /** Its file, absolute. */
    public Path file() {
        return file;
    }

    /** Adds a line. That it cannot be written changes nothing about what was done; the log then has it. */
    public void add(Operation operation) {
        try {
            withRecord(record -> record.sql("insert or ignore into operation"
                            + " (id, at_millis, kind, backup, user_name, problem, detail, safety_backup)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            operation.id().toString(),
                            operation.at().toEpochMilli(),
                            operation.kind().name(),
                            operation.backup(),
                            operation.by(),
                            operation.problem(),
                            operation.detail(),
                            operation.safetyBackup())
                    .update());
        } catch (IOException | SQLException | RuntimeException e) {
            log.error("Not recorded in {}: {}", file, operation, e);
        }
    }

    /**
     * The newest lines, the newest first.
     *
     * @throws IOException if the record cannot be read
     */
    public List<Operation> latest(int most) throws IOException {
        return query("select * from operation order by number desc limit " + most);
    }

    /**
     * The last restore, or undo of one, that succeeded.
     *
     * @throws IOException if the record cannot be read
     */
    public Optional<Operation> lastRestore() throws IOException {
        return query("select * from operation where kind in ('RESTORED', 'UNDONE') and problem is null"
                        + " order by number desc limit 1")
                .stream()
                .findFirst();
    }

    private List<Operation> query(String sql) throws IOException {
        try {
            return withRecord(record ->
                    record.sql(sql).query((row, number) -> operation(row)).list());
        } catch (SQLException | RuntimeException e) {
            throw new IOException("The record " + file + " cannot be read", e);
        }
    }

    private static Operation operation(ResultSet row) throws SQLException {
        return new Operation(
                UUID.fromString(row.getString("id")),
                Instant.ofEpochMilli(row.getLong("at_millis")),
                OperationKind.valueOf(row.getString("kind")),
                row.getString("backup"),
                row.getString("user_name"),
                row.getString("problem"),
                row.getString("detail"),
                row.getString("safety_backup"));
    }

    private <T> T withRecord(Function<JdbcClient, T> work) throws IOException, SQLException {
        boolean make = !complete || !Files.exists(file);
        if (make) {
            PrivateFiles.createFolders(file.getParent());
            PrivateFiles.createIfAbsent(file);
        }
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        try (Connection connection = config.createConnection("jdbc:sqlite:" + SqliteUri.of(file))) {
            JdbcClient record = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            if (make) {
                SCHEMA.forEach(statement -> record.sql(statement).update());
                complete = true;
            }
            return work.apply(record);
        } catch (SQLException | RuntimeException e) {
            // perhaps another file took its place
            complete = false;
            throw e;
        }
    }
}
