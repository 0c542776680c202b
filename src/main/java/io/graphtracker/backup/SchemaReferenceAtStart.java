package io.graphtracker.backup;

import io.graphtracker.database.DatabaseUrl;
import java.util.concurrent.Executor;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Makes the reference once the application is there, so that the first backup need not wait for it. */
@Component
class SchemaReferenceAtStart {

    private final ExpectedSchemas reference;
    private final DatabaseUrl database;
    private final Executor executor;

    SchemaReferenceAtStart(ExpectedSchemas reference, DatabaseUrl database, @BackupExecutor Executor executor) {
        this.reference = reference;
        this.database = database;
        this.executor = executor;
    }

    @EventListener(ApplicationReadyEvent.class)
    void readLater() {
        if (database instanceof DatabaseUrl.Sqlite) {
            executor.execute(reference::latest);
        }
    }
}
