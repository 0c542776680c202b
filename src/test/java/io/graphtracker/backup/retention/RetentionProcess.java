package io.graphtracker.backup.retention;

import io.graphtracker.backup.TestBackups;
import io.graphtracker.backup.catalog.CatalogChanged;
import java.nio.file.Path;
import java.time.LocalDateTime;

/** A process that applies the retention rule, and says each deletion. */
final class RetentionProcess {

    static final String DELETED = "deleted";
    static final String DONE = "done";

    private RetentionProcess() {}

    /** @param arguments the project root, the time in UTC, and the name of the newest backup */
    public static void main(String[] arguments) {
        try (TestBackups backups = TestBackups.resume(Path.of(arguments[0]))) {
            backups.at(LocalDateTime.parse(arguments[1]));
            backups.on(CatalogChanged.class, () -> say(DELETED));
            backups.bean(Pruning.class).prune(arguments[2]);
            say(DONE);
        }
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
