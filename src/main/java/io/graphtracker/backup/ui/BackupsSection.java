package io.graphtracker.backup.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.signals.Signal;
import io.graphtracker.environment.DatabaseUrl;
import io.graphtracker.settings.Facts;
import io.graphtracker.settings.SettingsSection;
import io.graphtracker.texts.Texts;
import org.springframework.core.annotation.Order;

/** What a person needs to know before trusting the backups. */
@org.springframework.stereotype.Component
@Order(20)
class BackupsSection implements SettingsSection {

    private final DatabaseUrl database;
    private final BackupActivity activity;
    private final Texts texts;

    BackupsSection(DatabaseUrl database, BackupActivity activity, Texts texts) {
        this.database = database;
        this.activity = activity;
        this.texts = texts;
    }

    @Override
    public String titleKey() {
        return "settings.backups";
    }

    @Override
    public Component content() {
        return database instanceof DatabaseUrl.Sqlite ? facts() : unsupported();
    }

    /** A folder and its free space would look as if backups could be made. */
    private Component unsupported() {
        Paragraph sentence = new Paragraph(texts.get("backup.problem.unsupported-database") + " "
                + texts.get("backup.problem.unsupported-database.hint", database.engine()));
        sentence.setId("backupsUnsupported");
        return sentence;
    }

    private Component facts() {
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
