package io.graphtracker.database;

import io.graphtracker.environment.StartupException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.sqlite.SQLiteException;

/** Explains why the application cannot start with a SQLite database that cannot be opened or migrated. */
class DatabaseFailureAnalyzer extends AbstractFailureAnalyzer<SQLiteException> {

    private static final String UNKNOWN = "See who else uses the file, or put a backup in its place, and start again.";

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, SQLiteException cause) {
        StartupException explained = explain("of this project root", cause);
        return new FailureAnalysis(explained.getMessage(), explained.action(), cause);
    }

    /**
     * The reason, and what can be done.
     *
     * @param database its path
     */
    static StartupException explain(String database, Throwable failure) {
        String subject = "The database " + database;
        DatabaseFault fault = DatabaseFault.of(failure).orElse(null);
        return switch (fault) {
            case LOCKED, BUSY, CLOSED ->
                new StartupException(
                        subject + " is kept locked by another program.",
                        "Close the other program (for example a database browser, or another Graph Tracker), and"
                                + " start again.");
            case UNREACHABLE ->
                new StartupException(
                        subject + " cannot be reached.", "See that DATABASE_URL is right, and start again.");
            case FULL ->
                new StartupException(
                        subject + " cannot be written: its disk is full.",
                        "Free some space on the disk, and start again. Nothing was changed.");
            case READ_ONLY ->
                new StartupException(
                        subject + " cannot be written: it, its folder, or its disk is read-only.",
                        "Give the user that runs Graph Tracker permission to write there, and start again.");
            case FAILING ->
                new StartupException(
                        subject + " cannot be read or written: the system reports an error of its disk.",
                        "Check the disk and its connection, and start again. The database itself may be undamaged: "
                                + "replace it by a backup only if a copy of it cannot be opened elsewhere.");
            case MISSING ->
                new StartupException(
                        subject + " cannot be opened: a file of it is missing, or must not be read.",
                        "See that the user that runs Graph Tracker may read and write the file, what lies beside it, "
                                + "and its folder, and start again.");
            case DAMAGED ->
                new StartupException(
                        subject + " cannot be opened: it is damaged, or no SQLite database.",
                        "Keep the file, put a backup in its place, and start again.");
            case null -> new StartupException(subject + " cannot be opened.", UNKNOWN);
        };
    }
}
