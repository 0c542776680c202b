package io.graphtracker.backup.page;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.graphtracker.backup.BackupTexts;
import io.graphtracker.backup.restore.RestoreRequest;
import io.graphtracker.backup.restore.ui.RestoreDialogs;
import io.graphtracker.backup.retention.ui.RetentionSection;
import io.graphtracker.backup.retention.ui.RetentionSections;
import io.graphtracker.backup.schedule.ui.ScheduleSection;
import io.graphtracker.backup.schedule.ui.ScheduleSections;
import io.graphtracker.backup.ui.BackupStarter;
import io.graphtracker.backup.ui.TargetFolderModel;
import io.graphtracker.backup.watch.ui.SafetySection;
import io.graphtracker.backup.watch.ui.WatchSections;
import io.graphtracker.backup.watch.ui.WatchingSection;
import io.graphtracker.feedback.Feedback;
import io.graphtracker.shell.BackLinks;
import io.graphtracker.shell.MainLayout;
import io.graphtracker.shell.PageHeader;
import io.graphtracker.texts.Texts;
import java.time.Clock;
import java.util.function.Predicate;

/**
 * The Backups page: the backups in the folder with their state and actions, uploads, former databases, and the audit
 * log.
 */
@Route(value = BackupsView.ROUTE, layout = MainLayout.class)
public class BackupsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String ROUTE = "backups";

    private static final String NOW_ID = "btnBackupNow";

    /** Loads again when the window gets the focus: the user may have been in the folder itself. */
    private static final String TELL_FOCUS = """
            const tell = () => this.isConnected
                ? this.dispatchEvent(new CustomEvent('window-focus'))
                : window.removeEventListener('focus', tell);
            window.addEventListener('focus', tell);
            """;

    /** A browser has looked for the fragment of the address before the list above it was loaded. */
    private static final String SCROLL_TO_FRAGMENT =
            "if (location.hash) { document.getElementById(location.hash.slice(1))?.scrollIntoView(); }";

    private final transient BackupsPageUpdates updates;
    private final transient Feedback feedback;
    private final transient Texts texts;
    private final TargetFolderLine folder;
    private final UndoBanner undo;
    private final SafetySection safety;
    private final ScheduleSection schedule;
    private final RetentionSection retention;
    private final WatchingSection watching;
    private final BackupUpload upload;
    private final CatalogSection list;
    private final FormerDatabasesSection former;
    private final AuditLogSection auditLog;
    private final Button now;
    private final Div back = new Div();
    private final Main main = new Main();
    private final transient BackLinks backLinks;

    private boolean shownOnce;

    /** The first model to show: older ones may be days old. */
    private long shownFrom = Long.MAX_VALUE;

    /** The model that the user of this page requested, and that is announced. */
    private long announced = Long.MAX_VALUE;

    BackupsView(
            BackupsPageUpdates updates,
            BackupCommands commands,
            BackupStarter backups,
            RestoreDialogs dialogs,
            ScheduleSections schedules,
            RecommendedSetup recommended,
            RetentionSections retentions,
            WatchSections watch,
            Feedback feedback,
            PageHeader header,
            BackLinks backLinks,
            Clock clock,
            BackupTexts backupTexts,
            Texts texts) {
        this.updates = updates;
        this.feedback = feedback;
        this.backLinks = backLinks;
        this.texts = texts;
        addClassName("backups-view");
        undo = new UndoBanner(offer -> dialogs.open(new RestoreRequest.Undo(offer), feedback), backupTexts, texts);
        Predicate<String> neededToUndo = undo::needs;
        PageCommands pageCommands =
                new PageCommands(commands, dialogs, feedback, neededToUndo, this::focusHeading, texts);
        upload = new BackupUpload(
                commands, name -> dialogs.open(new RestoreRequest.OfBackup(name), feedback), feedback, texts);
        list = new CatalogSection(
                new BackupTable(CatalogSection.HEADING_ID, pageCommands, clock, backupTexts, texts),
                upload,
                this::refresh,
                () -> backups.folderForm(this::focusHeading, feedback),
                texts);
        folder = new TargetFolderLine(feedback, texts);
        safety = watch.safety();
        schedule = schedules.create(feedback, () -> {
            recommended.setUp(feedback);
            safety.focusHeading();
        });
        safety.addFact(texts.get("backups.folder"), folder);
        safety.showFact(folder, false);
        safety.addNextStep(schedule.recommended());
        retention = retentions.section(feedback);
        watching = watch.watching(feedback);
        former =
                new FormerDatabasesSection(pageCommands, undo::needs, this::focusHeading, feedback, backupTexts, texts);
        auditLog = new AuditLogSection(clock, backupTexts, texts);
        now = backups.button(NOW_ID, feedback);
        main.add(
                back,
                headline(backups.progress(NOW_ID, feedback)),
                safety,
                undo,
                list,
                former,
                schedule,
                retention,
                watching,
                auditLog);
        main.setId(MainLayout.MAIN_ID);
        main.addClassNames("page", "backups-page");
        add(header, main);
        getElement().addEventListener("window-focus", focus -> updates.refresh());
        updates.subscribe(this, number -> shownFrom = number, () -> {
            show(updates.latest());
            list.show(updates.checks());
        });
    }

    /** The progress has a place of its own beside the title, so that nothing moves when it appears. */
    private Div headline(Component progress) {
        Button refresh = new Button(texts.get("backups.refresh"), VaadinIcon.REFRESH.create(), click -> refresh());
        refresh.setId("btnRefreshBackups");
        refresh.addThemeVariants(ButtonVariant.TERTIARY);
        Div buttons = new Div(refresh, now);
        buttons.addClassName("headline-buttons");
        Div headline = new Div(new H1(texts.get("backups.title")), progress, buttons);
        headline.addClassNames("headline", "backups-headline");
        return headline;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        back.removeAll();
        backLinks.of(event.getLocation()).ifPresent(back::add);
    }

    @Override
    public String getPageTitle() {
        return texts.get("page.title", texts.get("backups.title"));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        getElement().executeJs(TELL_FOCUS);
    }

    private void refresh() {
        announced = updates.refresh();
    }

    private void show(BackupsPageModel model) {
        if (model.number() < shownFrom) {
            return;
        }
        CatalogModel catalog = model.catalog();
        // before the table: the dialogs of its rows depend on it
        undo.show(model.undo());
        safety.show(model.safety());
        schedule.show(model.schedule());
        retention.show(model.retention());
        watching.show(model.safety());
        list.show(catalog);
        former.show(model.former());
        auditLog.show(model.auditLog());
        boolean failed = catalog instanceof CatalogModel.Failed;
        retention.setVisible(!failed);
        upload.setVisible(!failed);
        safety.showFact(folder, catalog instanceof CatalogModel.Loaded);
        now.setVisible(
                !(catalog instanceof CatalogModel.Failed problem) || (problem.retry() && !problem.folderUnset()));
        if (catalog instanceof CatalogModel.Loaded(var listed, TargetFolderModel target)) {
            folder.show(target);
        }
        announce(model);
        if (!shownOnce) {
            shownOnce = true;
            getElement().executeJs(SCROLL_TO_FRAGMENT);
        }
    }

    private void announce(BackupsPageModel model) {
        if (model.number() >= announced) {
            announced = Long.MAX_VALUE;
            feedback.announce(
                    model.catalog() instanceof CatalogModel.Loaded(var loaded, TargetFolderModel target)
                            ? texts.get("backups.refreshed", loaded.entries().size())
                            : texts.get("backups.refreshed.failed"));
        }
    }

    private void focusHeading() {
        list.focusHeading();
    }
}
