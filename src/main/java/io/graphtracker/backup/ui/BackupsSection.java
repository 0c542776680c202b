package io.graphtracker.backup.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.signals.Signal;
import io.graphtracker.settings.Facts;
import io.graphtracker.settings.SettingsSection;
import io.graphtracker.texts.Texts;
import org.springframework.core.annotation.Order;

/** What a person needs to know before trusting the backups. */
@org.springframework.stereotype.Component
@Order(20)
class BackupsSection implements SettingsSection {

    private final BackupActivity activity;
    private final Texts texts;

    BackupsSection(BackupActivity activity, Texts texts) {
        this.activity = activity;
        this.texts = texts;
    }

    @Override
    public String titleKey() {
        return "settings.backups";
    }

    @Override
    public Component content() {
        Signal<TargetFolder> folder = activity.folder();
        Facts facts = new Facts() {
            @Override
            protected void onAttach(AttachEvent event) {
                activity.refresh();
            }
        };
        return facts.add("backupsFolder", texts.get("settings.backups.folder"), folder.map(TargetFolder::description))
                .add("backupsFreeSpace", texts.get("settings.backups.free"), folder.map(TargetFolder::free))
                .add(
                        "lastBackupFact",
                        texts.get("settings.backups.last"),
                        activity.last()
                                .map(last -> last.exists()
                                        ? texts.get(
                                                "settings.backups.last.value", last.name(), last.size(), last.time())
                                        : last.absence()));
    }
}
