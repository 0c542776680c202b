package io.graphtracker.backup.restore;

import io.graphtracker.backup.audit.AuditEntry;
import io.graphtracker.backup.audit.AuditLog;
import io.graphtracker.testing.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;

/** Restores that replace databases of which no restorable backup can be made. */
abstract class FormerDatabaseFixture extends RestoreFixture {
    static final String ORPHAN = "insert into edge values ('refers', 'to', 'no', 'thing')";
    static final int PAGE_BYTES = 4096;

    static final String NEWER = "insert into flyway_schema_history select max(installed_rank) + 1, '99', 'newer',"
            + " 'SQL', 'V99__newer.sql', 1, 'x', 0, 1, 1 from flyway_schema_history";

    static boolean chattr(String change, Path file) throws Exception {
        try {
            return new ProcessBuilder("chattr", change, file.toString()).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    RestoreResult undo(UndoOffer offer) {
        context.getBean(SettableClock.class).advance(Duration.ofMinutes(1));
        return service.restore(service.preview(new RestoreRequest.Undo(offer)), "anna");
    }

    /** A request with nothing but the name of a former database. */
    static RestoreRequest former(String name) {
        return new RestoreRequest.OfFormerDatabase(new FormerDatabase(
                name,
                Path.of(name),
                "graph_tracker.db",
                ZonedDateTime.now(),
                FormerDatabaseReason.UNKNOWN,
                true,
                0,
                true,
                List.of()));
    }

    List<FormerDatabase> formerDatabases() {
        return service.formerDatabases();
    }

    AuditEntry lastOperation() throws IOException {
        return context.getBean(AuditLog.class).latest(1).getFirst();
    }

    /** Restores that replace a database of which only the schema is left. */
    FormerDatabase keepDamaged() throws Exception {
        context.close();
        byte[] damaged = Files.readAllBytes(root.database());
        Arrays.fill(damaged, PAGE_BYTES, damaged.length, (byte) 0xff);
        Files.write(root.database(), damaged);
        restart();
        restore();
        return formerDatabases().getFirst();
    }

    /** As an earlier version left it, without a note. */
    Path keepByHand(String name) throws IOException {
        Path folder = Files.createDirectory(root.database().resolveSibling(name));
        Files.copy(backup.file(), folder.resolve("graph_tracker.db"));
        return folder;
    }

    /** As from a shell, which enforces no foreign keys. */
    void inLive(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + root.database());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
