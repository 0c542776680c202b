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
import io.graphtracker.texts.Texts;
import java.util.Optional;
import org.springframework.core.annotation.Order;

/** The Backup DB action: backs up the database, and shows the result on the page it was started from. */
@org.springframework.stereotype.Component
@Order(900)
class BackupDatabaseAction implements Action {

    private final BackupStarter backups;
    private final BackupActivity activity;
    private final BackupJobUpdates running;
    private final Texts texts;

    BackupDatabaseAction(BackupStarter backups, BackupActivity activity, BackupJobUpdates running, Texts texts) {
        this.backups = backups;
        this.activity = activity;
        this.running = running;
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
        Component progress = backups.progress(panelId(), context.feedback());
        return Optional.of(new LastBackupLine(activity, progress, context.feedback(), texts));
    }

    @Override
    public Optional<Signal<Announcement>> announcements(ActionContext context) {
        return Optional.of(running.announcements(context.feedback()));
    }

    @Override
    public void perform(ActionContext context) {
        backups.start(context.feedback());
    }
}
