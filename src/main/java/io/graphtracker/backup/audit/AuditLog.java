package io.graphtracker.backup.audit;

import io.graphtracker.backup.operations.OperationsDatabase;
import io.graphtracker.backup.operations.OperationsDatabaseException;
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
 * Records who did what with backups. Entries are only ever added; triggers in the database enforce that. It is in
 * the operations database, so that a restore does not replace the entry about itself.
 *
 * <p>No operation depends on it: entries that cannot be written are kept in memory, reported by {@link #unrecorded},
 * and written as soon as that is possible.
 *
 * @see "docs/decisions/2026-11-25-undo-does-not-ask-the-record.md"
 */
@Component
public class AuditLog {

    private static final Logger log = LoggerFactory.getLogger(AuditLog.class);

    private final OperationsDatabase database;
    private final Duration writeTimeout;
    private final Duration readTimeout;
    private final PendingEntries pending = new PendingEntries();

    @Autowired
    AuditLog(OperationsDatabase database) {
        this(database, OperationsDatabase.WRITE_TIMEOUT, OperationsDatabase.READ_TIMEOUT);
    }

    /**
     * @param writeTimeout how long to wait for another process before writing is postponed
     * @param readTimeout the same for reading
     */
    AuditLog(OperationsDatabase database, Duration writeTimeout, Duration readTimeout) {
        this.database = database;
        this.writeTimeout = writeTimeout;
        this.readTimeout = readTimeout;
    }

    /** The absolute path of its file. */
    public Path file() {
        return database.file();
    }

    /** Adds an entry. If it cannot be written now, it is logged, and {@link #unrecorded} reports it. */
    public void add(AuditEntry entry) {
        // after a failure, operations do not wait for long again
        Duration timeout = pending.hasFailed() ? readTimeout : writeTimeout;
        pending.add(entry);
        try {
            write(timeout);
        } catch (OperationsDatabaseException e) {
            log.error("Not recorded in {}: {}", database.file(), entry, e);
        }
    }

    /** The entries that could not be written since the application was started, and still are not. */
    public Optional<UnrecordedEntries> unrecorded() {
        return pending.unrecorded();
    }

    /** Writes all pending entries, in their order; none is written twice, however often that is tried. */
    private void write(Duration timeout) throws OperationsDatabaseException {
        List<AuditEntry> entries = pending.all();
        try {
            database.write(
                    client -> {
                        entries.forEach(entry -> insert(client, entry));
                        return entries;
                    },
                    timeout);
            pending.written(entries);
        } catch (OperationsDatabaseException e) {
            pending.failed(e.problem());
            throw e;
        }
    }

    private static void insert(JdbcClient client, AuditEntry entry) {
        client.sql("insert or ignore into operation"
                        + " (id, at_millis, kind, backup, user_name, problem, detail, safety_backup)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .param(entry.id().toString())
                .param(entry.at().toEpochMilli())
                .param(entry.kind().name())
                .param(entry.backup())
                .param(entry.user())
                .param(entry.problem())
                .param(entry.detail())
                .param(entry.safetyBackup())
                .update();
    }

    /**
     * The latest entries, newest first.
     *
     * @throws OperationsDatabaseException if the audit log cannot be read
     */
    public List<AuditEntry> latest(int max) throws OperationsDatabaseException {
        writePending();
        return query("select * from operation order by number desc limit " + max);
    }

    /** Somebody may have corrected the fault, and be checking now. */
    private void writePending() {
        if (!pending.isEmpty()) {
            try {
                write(readTimeout);
            } catch (OperationsDatabaseException e) {
                log.debug("Still not recorded", e);
            }
        }
    }

    /**
     * The last restore, or undo of a restore, that succeeded.
     *
     * @throws OperationsDatabaseException if the audit log cannot be read
     */
    public Optional<AuditEntry> lastRestore() throws OperationsDatabaseException {
        return query("select * from operation where kind in ('RESTORED', 'UNDONE') and problem is null"
                        + " order by number desc limit 1")
                .stream()
                .findFirst();
    }

    private List<AuditEntry> query(String sql) throws OperationsDatabaseException {
        return database.read(
                        "operation",
                        client -> client.sql(sql)
                                .query((row, number) -> entry(row))
                                .list(),
                        readTimeout)
                .orElse(List.of());
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                UUID.fromString(row.getString("id")),
                Instant.ofEpochMilli(row.getLong("at_millis")),
                AuditEntryKind.of(row.getString("kind")),
                row.getString("backup"),
                row.getString("user_name"),
                row.getString("problem"),
                row.getString("detail"),
                row.getString("safety_backup"));
    }
}
