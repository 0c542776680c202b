package io.graphtracker.backup;

import io.graphtracker.database.DatabaseUrl;
import io.graphtracker.environment.ProjectRoot;
import io.graphtracker.environment.TestEnvironment;
import io.graphtracker.texts.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Executor;
import org.springframework.context.ApplicationEventPublisher;

/** Services for tests, of the database {@code live.db} in a root, and of its {@code .env}. */
final class TestServices {

    private TestServices() {}

    /** With a {@code .env} that names the folder {@code backups}. */
    static BackupService of(Path root, Executor executor, ApplicationEventPublisher publisher) throws IOException {
        Files.writeString(root.resolve(".env"), "BACKUPS_DIR=backups");
        return of(root, new DatabaseUrl.Sqlite(root.resolve("live.db")), executor, publisher);
    }

    /** Most tests make backups faster than users do, or without time passing. */
    static BackupRateLimit unlimited() {
        return new BackupRateLimit(TestProcedures.CLOCK, Integer.MAX_VALUE);
    }

    static BackupService of(Path root, DatabaseUrl database, Executor executor, ApplicationEventPublisher publisher) {
        ProjectRoot projectRoot = new ProjectRoot(root);
        return new BackupService(
                database,
                new BackupsDirectory(TestEnvironment.variables(root, Map.of()), projectRoot),
                TestProcedures.with(executor),
                new BackupTexts(new Texts(), projectRoot),
                publisher,
                TestProcedures.CLOCK,
                unlimited());
    }
}
