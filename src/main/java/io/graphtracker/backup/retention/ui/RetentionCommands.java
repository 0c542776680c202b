package io.graphtracker.backup.retention.ui;

import io.graphtracker.backup.BackupTexts;
import io.graphtracker.backup.retention.RetentionPlan;
import io.graphtracker.backup.retention.RetentionRule;
import io.graphtracker.backup.retention.RetentionService;
import io.graphtracker.backup.retention.RetentionTexts;
import io.graphtracker.backup.retention.SensibleRule;
import io.graphtracker.backup.ui.PageWork;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Previews, saves and removes the retention rule on another thread, and tells the page that asked for it. */
@Component
class RetentionCommands {

    private final RetentionService service;
    private final PageWork work;
    private final RetentionTexts retentionTexts;
    private final BackupTexts backupTexts;

    RetentionCommands(RetentionService service, PageWork work, RetentionTexts retentionTexts, BackupTexts backupTexts) {
        this.retentionTexts = retentionTexts;
        this.backupTexts = backupTexts;
        this.service = service;
        this.work = work;
    }

    /** Finds what a rule would do now. */
    void preview(RetentionRule rule, Consumer<RetentionPlan> shown, Failures refused) {
        begin(user -> service.plan(rule), shown, refused);
    }

    /** Saves a rule that was previewed. */
    void save(RetentionRule rule, Runnable saved, Failures failed) {
        begin(
                user -> {
                    service.save(rule, user);
                    return rule;
                },
                done -> saved.run(),
                failed);
    }

    /** Saves the sensible rule, if that needs no preview. */
    void saveSensible(Consumer<SensibleRule> done, Failures failed) {
        begin(service::saveSensible, done, failed);
    }

    /** Removes the rule. */
    void turnOff(Runnable done, Failures failed) {
        begin(
                user -> {
                    service.turnOff(user);
                    return user;
                },
                off -> done.run(),
                failed);
    }

    /** Given why something failed, and what to do about it. */
    @FunctionalInterface
    interface Failures {
        void show(String message);
    }

    private <T> void begin(PageWork.Work<T> asked, Consumer<T> done, Failures failed) {
        work.begin(
                asked,
                done,
                reason -> failed.show(backupTexts.message(reason) + " " + backupTexts.hint(reason)),
                reason -> failed.show(retentionTexts.problem(reason.problem())));
    }
}
