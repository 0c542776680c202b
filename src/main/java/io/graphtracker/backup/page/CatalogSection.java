package io.graphtracker.backup.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import io.graphtracker.backup.catalog.Catalog;
import io.graphtracker.backup.ui.TargetFolderModel;
import io.graphtracker.texts.Texts;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The table of backups, or why there is none and what to do. */
class CatalogSection extends Section {

    /** The id of its heading, which gets the focus when the element with the focus is removed. */
    static final String HEADING_ID = "backupsHeading";

    private final transient Texts texts;
    private final BackupTable table;
    private final H2 heading = new H2();
    private final Paragraph loading = new Paragraph();
    private final Div notice = new Div();
    private final H3 noticeTitle = new H3();
    private final Paragraph noticeText = new Paragraph();
    private final Button retry;
    private final Div choice = new Div();
    private final transient Supplier<Component> folderForm;

    /**
     * @param upload receives backups from elsewhere
     * @param lookAgain loads the list again
     * @param folderForm makes what asks for the folder
     */
    CatalogSection(
            BackupTable table, Component upload, Runnable lookAgain, Supplier<Component> folderForm, Texts texts) {
        this.folderForm = folderForm;
        this.texts = texts;
        this.table = table;
        addClassName("backups-area");
        heading.setId(HEADING_ID);
        heading.setText(texts.get("backups.list"));
        heading.getElement().setAttribute("tabindex", "-1");
        loading.setId("backupsLoading");
        loading.addClassName("secondary");
        loading.setText(texts.get("backups.loading"));
        retry = new Button(texts.get("backups.retry"), click -> lookAgain.run());
        retry.setId("btnRetryBackups");
        notice.setId("backupsNotice");
        notice.addClassNames("empty-state", "backups-notice");
        notice.add(noticeTitle, choice, noticeText, retry);
        Div head = new Div(heading, upload);
        head.addClassName("backups-head");
        add(head, loading, notice, table);
        only(loading);
    }

    void show(CatalogModel state) {
        switch (state) {
            case CatalogModel.Loading() -> only(loading);
            case CatalogModel.Loaded(Catalog catalog, TargetFolderModel folder) -> show(catalog);
            case CatalogModel.Failed failed -> show(failed);
        }
    }

    private void show(CatalogModel.Failed failed) {
        if (failed.folderUnset()) {
            say(
                    texts.get("backups.choose"),
                    texts.get("backups.choose.by-hand", failed.message() + " " + failed.hint()),
                    false);
            ask();
        } else {
            say(failed.message(), failed.hint(), failed.retry());
        }
    }

    /** Made once: what is being typed stays while the page loads again. */
    private void ask() {
        choice.setVisible(true);
        if (choice.getComponentCount() == 0) {
            choice.add(folderForm.get());
        }
    }

    private void show(Catalog catalog) {
        table.show(catalog.entries());
        if (!catalog.entries().isEmpty()) {
            only(table);
        } else {
            say(
                    texts.get("backups.empty"),
                    texts.get(catalog.exists() ? "backups.empty.text" : "backups.empty.missing.text"),
                    false);
        }
    }

    void show(BackupsPageUpdates.Checks checks) {
        table.show(checks);
    }

    private void say(String title, String text, boolean again) {
        noticeTitle.setText(title);
        noticeText.setText(text);
        retry.setVisible(again);
        choice.setVisible(false);
        only(notice);
    }

    /** Shows one part only. The heading stays: it may have the focus, or is about to get it. */
    private void only(Component shown) {
        Stream.of(loading, notice, table).forEach(part -> part.setVisible(part.equals(shown)));
    }

    void focusHeading() {
        heading.getElement().callJsFunction("focus");
    }
}
