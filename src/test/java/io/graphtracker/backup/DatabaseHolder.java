package io.graphtracker.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** The {@code main} method of a process that locks a database until it is killed, see {@link ChildProcess}. */
final class DatabaseHolder {

    static final String HELD = "held";

    private DatabaseHolder() {}

    public static void main(String[] arguments) throws SQLException, IOException {
        try (Connection connection = TestDatabase.open(Path.of(arguments[0]))) {
            TestDatabase.execute(
                    connection,
                    "PRAGMA locking_mode = EXCLUSIVE",
                    "BEGIN EXCLUSIVE",
                    "INSERT INTO item VALUES (1001, 'uncommitted')");
            System.out.println(HELD);
            // until it is killed, or the test is gone
            System.in.read();
        }
    }
}
