package io.graphtracker.backup.retention.ui;

import com.vaadin.flow.component.UI;
import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupExecutor;
import io.graphtracker.backup.BackupTexts;
import io.graphtracker.backup.operations.OperationsDatabaseException;
import io.graphtracker.backup.retention.RetentionPlan;
import io.graphtracker.backup.retention.RetentionRule;
import io.graphtracker.backup.retention.RetentionService;
import io.graphtracker.backup.retention.RetentionTexts;
import io.graphtracker.backup.retention.SensibleRule;
import io.graphtracker.user.CurrentUser;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Previews, saves and removes the retention rule on another thread, and tells the page that asked for it. */
@Component
class RetentionCommands {

    private static final Logger log = LoggerFactory.getLogger(RetentionCommands.class);

    private final RetentionService service;
    private final CurrentUser user;
    private final Executor executor;
    private final RetentionTexts retentionTexts;
    private final BackupTexts backupTexts;

    RetentionCommands(
            RetentionService service,
            CurrentUser user,
            @BackupExecutor Executor executor,
            RetentionTexts retentionTexts,
            BackupTexts backupTexts) {
        this.retentionTexts = retentionTexts;
        this.backupTexts = backupTexts;
        this.service = service;
        this.user = user;
        this.executor = executor;
    }

    /** Finds what a rule would do now. */
    void preview(RetentionRule rule, Consumer<RetentionPlan> shown, Failures refused) {
        begin(() -> service.plan(rule), shown, refused);
    }

    /** Saves a rule that was previewed. */
    void save(RetentionRule rule, Runnable saved, Failures failed) {
        // asked here: the other thread belongs to no user
        String name = user.name();
        begin(
                () -> {
                    service.save(rule, name);
                    return rule;
                },
                done -> saved.run(),
                failed);
    }

    /** Saves the sensible rule, if that needs no preview. */
    void saveSensible(Consumer<SensibleRule> done, Failures failed) {
        String name = user.name();
        begin(() -> service.saveSensible(name), done, failed);
    }

    /** Removes the rule. */
    void turnOff(Runnable done, Failures failed) {
        String name = user.name();
        begin(
                () -> {
                    service.turnOff(name);
                    return name;
                },
                off -> done.run(),
                failed);
    }

    /** Given why something failed, and what to do about it. */
    @FunctionalInterface
    interface Failures {
        void show(String message);
    }

    @FunctionalInterface
    private interface Work<T> {
        T run() throws OperationsDatabaseException;
    }

    private <T> void begin(Work<T> work, Consumer<T> done, Failures failed) {
        UI ui = UI.getCurrent();
        executor.execute(() -> {
            try {
                T result = work.run();
                back(ui, () -> done.accept(result));
            } catch (BackupException e) {
                back(ui, () -> failed.show(backupTexts.message(e) + " " + backupTexts.hint(e)));
            } catch (OperationsDatabaseException e) {
                log.warn("The retention rule cannot be read or stored", e);
                back(ui, () -> failed.show(retentionTexts.problem(e.problem())));
            }
        });
    }

    private static void back(UI ui, Runnable show) {
        ui.accessLater(show::run, () -> {}).run();
    }
}
