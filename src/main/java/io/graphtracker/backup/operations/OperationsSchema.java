package io.graphtracker.backup.operations;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The tables of the operations database, and how files of earlier versions get them.
 *
 * @see "docs/decisions/2026-11-30-schema-of-the-operations-database.md"
 */
final class OperationsSchema {

    /** Version 0 was the first, with the same table. */
    private static final List<String> AUDIT_LOG = List.of("""
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

    private static final List<String> SCHEDULE = List.of("""
            create table schedule (
                id                   integer primary key check (id = 1),
                timing               text    not null,
                zone                 text    not null,
                next_due_millis      integer,
                last_due_millis      integer,
                running              text,
                running_due_millis   integer,
                running_since_millis integer,
                again                integer not null default 0
            )""", """
            create table schedule_run (
                id              integer primary key check (id = 1),
                number          integer not null,
                due_millis      integer not null,
                ended_at_millis integer not null,
                outcome         text    not null,
                backup          text    not null,
                message         text    not null,
                hint            text    not null,
                failures        integer not null,
                dismissed       integer not null
            )""");

    private static final List<String> RETENTION = List.of("""
            create table retention_rule (
                id                  integer primary key check (id = 1),
                keep_last           integer not null,
                keep_hourly         integer not null,
                keep_daily          integer not null,
                keep_weekly         integer not null,
                keep_monthly        integer not null,
                keep_yearly         integer not null,
                max_total_bytes     integer,
                minimum_age_seconds integer not null,
                manual_too          integer not null,
                saved_at_millis     integer not null,
                saved_by            text    not null
            )""");

    private static final List<String> WATCH = List.of("""
            create table schedule_unchanged (
                id        integer primary key check (id = 1),
                backup    text    not null,
                at_millis integer not null
            )""", """
            create table watch_settings (
                id           integer primary key check (id = 1),
                max_age_days integer not null,
                call_address text    not null
            )""", """
            create table watch_job (
                name       text    primary key,
                due_millis integer not null
            )""", """
            create table verification_result (
                id           integer primary key check (id = 1),
                ended_millis integer not null,
                took_millis  integer not null,
                passed       integer not null,
                dismissed    integer not null
            )""", """
            create table verification_failure (
                name    text primary key,
                message text not null
            )""", """
            create table drill_result (
                id               integer primary key check (id in (1, 2)),
                ended_millis     integer not null,
                backup           text    not null,
                outcome          text    not null,
                message          text    not null,
                dismissed        integer not null,
                copying_millis   integer,
                migrating_millis integer,
                checking_millis  integer,
                counting_millis  integer
            )""", """
            create table call_result (
                id        integer primary key check (id = 1),
                at_millis integer not null,
                problem   text,
                status    integer not null
            )""");

    /** What leads from each version to the next. Append only: files of every version exist. */
    private static final List<List<String>> MIGRATIONS = List.of(AUDIT_LOG, SCHEDULE, RETENTION, WATCH);

    static final int VERSION = MIGRATIONS.size();

    private OperationsSchema() {}

    /** The version of a database; 0 also if it is empty. */
    static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("pragma user_version")) {
            return result.getInt(1);
        }
    }

    /** Brings a database to the current version, wholly or not at all. Current ones are not written to. */
    static void migrate(Connection connection) throws SQLException {
        if (version(connection) >= VERSION) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("begin immediate");
            try {
                // another process may have done it meanwhile
                for (int version = version(connection); version < VERSION; version++) {
                    for (String sql : MIGRATIONS.get(version)) {
                        statement.execute(sql);
                    }
                }
                statement.execute("pragma user_version = " + VERSION);
                statement.execute("commit");
            } catch (SQLException e) {
                rollBack(statement, e);
                throw e;
            }
        }
    }

    private static void rollBack(Statement statement, SQLException reason) {
        try {
            statement.execute("rollback");
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }
}
