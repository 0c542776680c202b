package io.graphtracker.backup.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.signals.Signal;
import io.graphtracker.backup.schedule.ui.ScheduleActivity;
import io.graphtracker.backup.ui.LastBackupModel.Details;
import io.graphtracker.database.DatabaseUrl;
import io.graphtracker.settings.DescriptionRows;
import io.graphtracker.settings.SettingsSection;
import io.graphtracker.shell.BackLinks;
import io.graphtracker.texts.Texts;
import org.springframework.core.annotation.Order;

/** The Backups section of the Settings tab: what a user needs to know to trust the backups. */
@org.springframework.stereotype.Component
@Order(20)
class BackupsSection implements SettingsSection {

    private final DatabaseUrl database;
    private final BackupActivity activity;
    private final ScheduleActivity schedule;
    private final Texts texts;

    BackupsSection(DatabaseUrl database, BackupActivity activity, ScheduleActivity schedule, Texts texts) {
        this.database = database;
        this.activity = activity;
        this.schedule = schedule;
        this.texts = texts;
    }

    @Override
    public String titleKey() {
        return "settings.backups";
    }

    @Override
    public Component content() {
        return database instanceof DatabaseUrl.Sqlite ? rows() : unsupported();
    }

    /** Shown instead of the rows, which would look as if backups could be made. */
    private Component unsupported() {
        Paragraph sentence = new Paragraph(texts.get("backup.problem.unsupported-database") + " "
                + texts.get("backup.problem.unsupported-database.hint", database.engine()));
        sentence.setId("backupsUnsupported");
        return sentence;
    }

    private Component rows() {
        Signal<TargetFolderModel> folder = activity.folder();
        Div content = new Div() {
            @Override
            protected void onAttach(AttachEvent event) {
                activity.refresh();
                schedule.refresh();
            }
        };
        content.addClassName("backups-section");
        content.add(
                new DescriptionRows()
                        .add(
                                "backupsFolder",
                                texts.get("settings.backups.folder"),
                                folder.map(TargetFolderModel::description))
                        .add("backupsFreeSpace", texts.get("settings.backups.free"), folder.map(this::free)),
                warning("backupsBesideDatabase", folder.map(TargetFolderModel::besideDatabase)),
                warning("backupsOpenToOthers", folder.map(TargetFolderModel::openToOthers)),
                new DescriptionRows().add("nextBackup", texts.get("schedule.next"), schedule.next()),
                link("settingsSchedule", "backups#schedule", "schedule.change"),
                lastBackup(),
                link("settingsBackupsAll", "backups", "backups.all"));
        return content;
    }

    private String free(TargetFolderModel folder) {
        return folder.free().isEmpty() ? texts.get("settings.backups.unknown") : folder.free();
    }

    private Component link(String id, String address, String textKey) {
        Anchor link = new Anchor(address, texts.get(textKey));
        link.setId(id);
        link.addAttachListener(attach -> link.setHref(BackLinks.to(address, attach.getUI())));
        return link;
    }

    private static Component warning(String id, Signal<String> text) {
        Span words = new Span();
        words.bindText(text);
        Paragraph warning = new Paragraph(VaadinIcon.WARNING.create(), words);
        warning.setId(id);
        warning.addClassName("settings-warning");
        warning.bindVisible(text.map(sentence -> !sentence.isEmpty()));
        return warning;
    }

    private Component lastBackup() {
        Signal<LastBackupModel> last = activity.last();
        Signal<Details> details = last.map(LastBackupModel::details);
        return new DescriptionRows()
                .add(
                        "lastBackupFact",
                        texts.get("settings.backups.last"),
                        last.map(backup -> backup.exists() ? backup.name() : backup.shortAbsence()))
                .add("lastBackupFullPath", texts.get("settings.backups.path"), last.map(LastBackupModel::path))
                .add("lastBackupSize", texts.get("settings.backups.size"), last.map(LastBackupModel::size))
                .add("lastBackupTime", texts.get("settings.backups.time"), last.map(LastBackupModel::time))
                .add("lastBackupNoDetails", texts.get("settings.backups.details"), details.map(Details::absence))
                .add("lastBackupKind", texts.get("settings.backups.kind"), details.map(Details::kind))
                .add("lastBackupContents", texts.get("settings.backups.contents"), details.map(Details::contents))
                .addCode("lastBackupSha256", texts.get("settings.backups.sha256"), details.map(Details::sha256))
                .add("lastBackupProven", texts.get("settings.backups.proven"), details.map(Details::provenAt))
                .add("lastBackupDuration", texts.get("settings.backups.duration"), details.map(Details::duration))
                .add("lastBackupSchema", texts.get("settings.backups.schema"), details.map(Details::schemaVersion))
                .add(
                        "lastBackupApplication",
                        texts.get("settings.backups.application"),
                        details.map(Details::applicationVersion));
    }
}
