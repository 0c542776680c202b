package io.graphtracker.backup.retention.ui;

import com.vaadin.flow.component.UI;
import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupExecutor;
import io.graphtracker.backup.operations.OperationsDatabaseException;
import io.graphtracker.backup.retention.RetentionPlan;
import io.graphtracker.backup.retention.RetentionRule;
import io.graphtracker.backup.retention.RetentionService;
import io.graphtracker.user.CurrentUser;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Previews, saves and removes the retention rule on another thread, and tells the page that asked for it. */
@Component
class RetentionCommands {

    private final RetentionService service;
    private final CurrentUser user;
    private final Executor executor;

    RetentionCommands(RetentionService service, CurrentUser user, @BackupExecutor Executor executor) {
        this.service = service;
        this.user = user;
        this.executor = executor;
    }

    /** Finds what a rule would do now. */
    void preview(RetentionRule rule, Consumer<RetentionPlan> shown, Consumer<BackupException> refused) {
        UI ui = UI.getCurrent();
        executor.execute(() -> {
            try {
                RetentionPlan plan = service.plan(rule);
                back(ui, () -> shown.accept(plan));
            } catch (BackupException e) {
                back(ui, () -> refused.accept(e));
            }
        });
    }

    /** Saves a rule that was previewed. */
    void save(RetentionRule rule, Runnable saved, Consumer<OperationsDatabaseException> failed) {
        // asked here: the other thread belongs to no user
        String name = user.name();
        store(() -> service.save(rule, name), saved, failed);
    }

    /** Removes the rule. */
    void turnOff(Runnable done, Consumer<OperationsDatabaseException> failed) {
        store(service::turnOff, done, failed);
    }

    @FunctionalInterface
    private interface Change {
        void store() throws OperationsDatabaseException;
    }

    private void store(Change change, Runnable done, Consumer<OperationsDatabaseException> failed) {
        UI ui = UI.getCurrent();
        executor.execute(() -> {
            try {
                change.store();
                back(ui, done);
            } catch (OperationsDatabaseException e) {
                back(ui, () -> failed.accept(e));
            }
        });
    }

    private static void back(UI ui, Runnable show) {
        ui.accessLater(show::run, () -> {}).run();
    }
}
