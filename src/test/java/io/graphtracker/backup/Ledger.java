package io.graphtracker.backup;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;

/**
 * Accounts in a database whose every committed state balances: their sum is constant, and the counter equals the number
 * of journal lines. A copy that mixes two states shows it.
 */
final class Ledger {

    private static final int ACCOUNTS = 500;
    private static final int OPENING_BALANCE = 1000;

    private Ledger() {}

    static void create(Path database) throws SQLException {
        try (Connection connection = TestDatabase.open(database)) {
            TestDatabase.execute(
                    connection,
                    "CREATE TABLE account (id INTEGER PRIMARY KEY, balance INTEGER, note TEXT)",
                    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + ACCOUNTS + ")"
                            + " INSERT INTO account SELECT i, " + OPENING_BALANCE + ", hex(zeroblob(200)) FROM n",
                    "CREATE TABLE journal (id INTEGER PRIMARY KEY, line TEXT)",
                    "CREATE TABLE counter (lines INTEGER)",
                    "INSERT INTO counter VALUES (0)");
        }
    }

    /** Transfers money until told to stop, at least once; each transfer is a transaction. */
    static void write(Path database, Random random, BooleanSupplier goOn) throws SQLException {
        try (Connection connection = TestDatabase.open(database)) {
            TestDatabase.execute(connection, "PRAGMA busy_timeout = 20000", "PRAGMA synchronous = NORMAL");
            do {
                transfer(connection, random);
            } while (goOn.getAsBoolean());
        }
    }

    /** Writes until the process ends. */
    static void writeQuietly(Path database, Random random) {
        try {
            write(database, random, () -> true);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void transfer(Connection connection, Random random) throws SQLException {
        int amount = random.nextInt(100);
        TestDatabase.execute(connection, "BEGIN IMMEDIATE");
        add(connection, 1 + random.nextInt(ACCOUNTS), -amount);
        add(connection, 1 + random.nextInt(ACCOUNTS), amount);
        TestDatabase.execute(
                connection,
                "INSERT INTO journal (line) VALUES ('" + amount + "')",
                "UPDATE counter SET lines = lines + 1",
                "COMMIT");
    }

    private static void add(Connection connection, int account, int amount) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE account SET balance = balance + ? WHERE id = ?")) {
            update.setInt(1, amount);
            update.setInt(2, account);
            update.executeUpdate();
        }
    }

    /** Whether the accounts balance. */
    static boolean balances(Connection connection) throws SQLException {
        String expected = (long) ACCOUNTS * OPENING_BALANCE + " 0";
        return TestDatabase.query(
                        connection,
                        "SELECT (SELECT sum(balance) FROM account) || ' '"
                                + " || ((SELECT count(*) FROM journal) - (SELECT lines FROM counter))")
                .equals(List.of(expected));
    }
}
