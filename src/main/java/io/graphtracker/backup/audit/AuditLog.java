package io.graphtracker.backup.audit;

import io.graphtracker.environment.ProjectRoot;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who did what with backups. Lines are only ever added, which triggers in the database hold everybody to. It is a database of its
 * own, {@value #FILE} under the project root, opened for each use: what a restore brings back must not take along the record of
 * that restore, and nothing holds the file meanwhile.
 *
 * <p>Nothing depends on it. What cannot be written is kept in memory and told by {@link #unrecorded}, and written when that can
 * be done again.
 */
@Component
public class AuditLog {

    /** Where it is, relative to the project root. */
    public static final String FILE = "instance/operations.db";

    private static final Logger log = LoggerFactory.getLogger(AuditLog.class);

    /** How long to wait for another process that is writing; each operation may have to. */
    private static final Duration WRITING = Duration.ofSeconds(2);

    /** The same for those who only look, and for whom a page waits. */
    private static final Duration READING = Duration.ofMillis(500);

    private final AuditLogFile file;
    private final Duration writing;
    private final Duration reading;
    private final PendingEntries waiting = new PendingEntries();

    @Autowired
    AuditLog(ProjectRoot root) {
        this(root, WRITING, READING);
    }

    /**
     * @param writing how long to wait for another process before a line is given up for now
     * @param reading the same for those who only look
     */
    AuditLog(ProjectRoot root, Duration writing, Duration reading) {
        this.file = new AuditLogFile(root.resolve(Path.of(FILE)));
        this.writing = writing;
        this.reading = reading;
    }

    /** Its file, absolute. */
    public Path file() {
        return file.path();
    }

    /** Adds a line. That it cannot be written changes nothing about what was done: the log has it, and {@link #unrecorded} says so. */
    public void add(AuditEntry operation) {
        // whoever has waited in vain once does not wait for long again
        Duration patience = waiting.haveFailed() ? reading : writing;
        waiting.add(operation);
        try {
            write(patience);
        } catch (AuditLogException e) {
            log.error("Not recorded in {}: {}", file.path(), operation, e);
        }
    }

    /** What could not be recorded since the application was started, as long as that was not made up for. */
    public Optional<UnrecordedEntries> unrecorded() {
        return waiting.told();
    }

    /** All that wait, in their order; the same one is written once, however often that is tried. */
    private void write(Duration patience) throws AuditLogException {
        List<AuditEntry> operations = waiting.all();
        try {
            file.write(
                    record -> {
                        operations.forEach(operation -> insert(record, operation));
                        return operations;
                    },
                    patience);
            waiting.written(operations);
        } catch (AuditLogException e) {
            waiting.failed(e.problem());
            throw e;
        }
    }

    private static void insert(JdbcClient record, AuditEntry operation) {
        record.sql("insert or ignore into operation"
                        + " (id, at_millis, kind, backup, user_name, problem, detail, safety_backup)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        operation.id().toString(),
                        operation.at().toEpochMilli(),
                        operation.kind().name(),
                        operation.backup(),
                        operation.user(),
                        operation.problem(),
                        operation.detail(),
                        operation.safetyBackup())
                .update();
    }

    /**
     * The newest lines, the newest first.
     *
     * @throws AuditLogException if the record cannot be read
     */
    public List<AuditEntry> latest(int most) throws AuditLogException {
        makeUp();
        return query("select * from operation order by number desc limit " + most);
    }

    /** Somebody may have mended what was wrong, and looks now. */
    private void makeUp() {
        if (!waiting.isEmpty()) {
            try {
                write(reading);
            } catch (AuditLogException e) {
                log.debug("Still not recorded", e);
            }
        }
    }

    /**
     * The last restore, or undo of one, that succeeded.
     *
     * @throws AuditLogException if the record cannot be read
     */
    public Optional<AuditEntry> lastRestore() throws AuditLogException {
        return query("select * from operation where kind in ('RESTORED', 'UNDONE') and problem is null"
                        + " order by number desc limit 1")
                .stream()
                .findFirst();
    }

    private List<AuditEntry> query(String sql) throws AuditLogException {
        if (!file.isThere()) {
            return List.of();
        }
        return file.read(
                        record -> record.sql(sql)
                                .query((row, number) -> operation(row))
                                .list(),
                        reading)
                .orElse(List.of());
    }

    private static AuditEntry operation(ResultSet row) throws SQLException {
        return new AuditEntry(
                UUID.fromString(row.getString("id")),
                Instant.ofEpochMilli(row.getLong("at_millis")),
                AuditEntryKind.valueOf(row.getString("kind")),
                row.getString("backup"),
                row.getString("user_name"),
                row.getString("problem"),
                row.getString("detail"),
                row.getString("safety_backup"));
    }
}
