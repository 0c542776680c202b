package io.graphtracker.database.sqlite;

import io.graphtracker.environment.ProjectRoot;
import io.graphtracker.environment.StartupException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;

/** Loads SQLite's library under the given project root, and prints the result. */
final class SqliteLibraryProcess {

    static final String LOADED = "loaded";
    static final String REFUSED = "refused";

    private SqliteLibraryProcess() {}

    public static void main(String[] arguments) throws Exception {
        try {
            SqliteLibrary.load(new ProjectRoot(Path.of(arguments[0])));
        } catch (StartupException e) {
            System.out.println(REFUSED + ": " + e.getMessage() + " " + e.action());
            return;
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            System.out.println(LOADED);
        }
        // stays until it is killed, as a server does
        System.in.read();
    }
}
