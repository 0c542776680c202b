package io.graphtracker.backup.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.signals.Signal;
import io.graphtracker.actions.Action;
import io.graphtracker.actions.ActionContext;
import io.graphtracker.actions.Announcement;
import io.graphtracker.actions.Shortcut;
import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupExecutor;
import io.graphtracker.backup.BackupService;
import io.graphtracker.feedback.Feedback;
import io.graphtracker.feedback.Message;
import io.graphtracker.preferences.CurrentUser;
import io.graphtracker.texts.Texts;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.springframework.core.annotation.Order;

/** Backs up the database, and tells the page it was started from how it went. */
@org.springframework.stereotype.Component
@Order(900)
class BackupDatabaseAction implements Action {

    private final BackupService backups;
    private final BackupActivity activity;
    private final RunningBackup running;
    private final BackupMessages messages;
    private final CurrentUser user;
    private final Executor executor;
    private final Texts texts;

    BackupDatabaseAction(
            BackupService backups,
            BackupActivity activity,
            RunningBackup running,
            BackupMessages messages,
            CurrentUser user,
            @BackupExecutor Executor executor,
            Texts texts) {
        this.backups = backups;
        this.activity = activity;
        this.running = running;
        this.messages = messages;
        this.user = user;
        this.executor = executor;
        this.texts = texts;
    }

    @Override
    public String id() {
        return "btnBackupDB";
    }

    @Override
    public VaadinIcon icon() {
        return VaadinIcon.DATABASE;
    }

    @Override
    public boolean inHeaderByDefault() {
        return false;
    }

    @Override
    public Optional<Shortcut> shortcut() {
        return Optional.of(Shortcut.onPage(Key.KEY_B, "Alt+Shift+B", KeyModifier.ALT, KeyModifier.SHIFT));
    }

    @Override
    public Optional<Signal<Boolean>> busy() {
        return Optional.of(activity.busy());
    }

    @Override
    public Optional<Component> details(ActionContext context) {
        BackupProgressArea progress =
                new BackupProgressArea(running.progress(), panelId(), () -> cancel(context.feedback()), texts);
        return Optional.of(new LastBackupLine(activity, progress, context.feedback(), texts));
    }

    @Override
    public Optional<Signal<Announcement>> announcements(ActionContext context) {
        return Optional.of(running.announcements(context.feedback()));
    }

    @Override
    public void perform(ActionContext context) {
        Feedback feedback = context.feedback();
        // asked here: the other thread works for nobody
        String by = user.name();
        executor.execute(() -> feedback.show(running.startedBy(feedback, () -> backUp(by))));
    }

    /** Whoever started it is told what came of it; here only that there is nothing to stop. */
    private void cancel(Feedback feedback) {
        try {
            backups.cancel();
        } catch (BackupException e) {
            feedback.show(messages.of(e));
        }
    }

    private Message backUp(String by) {
        try {
            return messages.done(backups.backUp(by));
        } catch (BackupException e) {
            return messages.of(e);
        }
    }
}
