package io.graphtracker.backup.page;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import io.graphtracker.backup.BackupTexts;
import io.graphtracker.backup.restore.FormerDatabase;
import io.graphtracker.backup.ui.PathCopy;
import io.graphtracker.feedback.Feedback;
import io.graphtracker.texts.ByteSize;
import io.graphtracker.texts.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The former databases; hidden if there are none. */
class FormerDatabasesSection extends Section {

    /** What can be done with one. */
    interface Commands {
        void restore(FormerDatabase database);

        void delete(FormerDatabase database);
    }

    private final transient Commands commands;
    private final transient Predicate<FormerDatabase> neededToUndo;
    private final transient Runnable afterLast;
    private final transient Feedback feedback;
    private final transient BackupTexts backupTexts;
    private final transient Texts texts;
    private final transient Map<FormerDatabase, ListItem> items = new HashMap<>();
    private final H2 heading = new H2();
    private final UnorderedList list = new UnorderedList();

    /**
     * @param neededToUndo whether the undo of the last restore needs one
     * @param afterLast moves the focus elsewhere when the last one is deleted, and this section is hidden
     */
    FormerDatabasesSection(
            Commands commands,
            Predicate<FormerDatabase> neededToUndo,
            Runnable afterLast,
            Feedback feedback,
            BackupTexts backupTexts,
            Texts texts) {
        this.commands = commands;
        this.neededToUndo = neededToUndo;
        this.afterLast = afterLast;
        this.feedback = feedback;
        this.backupTexts = backupTexts;
        this.texts = texts;
        setId("keptDatabases");
        addClassName("kept-databases");
        heading.setId("keptHeading");
        heading.setText(texts.get("backups.kept"));
        heading.getElement().setAttribute("tabindex", "-1");
        getElement().setAttribute("aria-labelledby", "keptHeading");
        list.addClassName("kept-list");
        add(heading, new Paragraph(texts.get("backups.kept.text")), list);
        setVisible(false);
    }

    /** Never touches items that stay, since one of their buttons may have the focus; their order never changes. */
    void show(List<FormerDatabase> databases) {
        setVisible(!databases.isEmpty());
        removeOthers(databases);
        int index = 0;
        for (FormerDatabase database : databases) {
            if (!items.containsKey(database)) {
                ListItem item = item(database);
                items.put(database, item);
                list.addComponentAtIndex(index, item);
            }
            index++;
        }
    }

    private void removeOthers(List<FormerDatabase> databases) {
        Set<FormerDatabase> wanted = Set.copyOf(databases);
        items.entrySet().removeIf(item -> {
            boolean gone = !wanted.contains(item.getKey());
            if (gone) {
                list.remove(item.getValue());
            }
            return gone;
        });
    }

    private ListItem item(FormerDatabase database) {
        // with seconds: two restores may happen within a minute
        String when = backupTexts.time(database.at());
        Div what = new Div(new Paragraph(
                database.readable()
                        ? texts.get(
                                "backups.kept.what",
                                when,
                                texts.get(Texts.key(
                                        "restore.kept.reason.",
                                        database.reason().code())),
                                ByteSize.format(database.sizeBytes()))
                        : texts.get("backups.kept.unreadable", when)));
        if (!database.missing().isEmpty()) {
            what.add(new Paragraph(texts.get("backups.kept.missing", String.join(", ", database.missing()))));
        }
        what.add(path(database, when));
        what.addClassName("kept-what");
        Button restore = button("backups.restore", "backups.kept.restore.name", when, database, commands::restore);
        Button delete = button("backups.delete", "backups.kept.delete.name", when, database, this::ask);
        delete.addThemeVariants(ButtonVariant.TERTIARY);
        Div buttons = database.readable() ? new Div(restore, delete) : new Div();
        buttons.addClassName("kept-buttons");
        ListItem item = new ListItem(what, buttons);
        item.getElement().setAttribute("data-name", database.name());
        return item;
    }

    /** The complete path: it is the only copy. */
    private Div path(FormerDatabase database, String when) {
        Code path = new Code(database.folder().toString());
        Div line = new Div(
                path, PathCopy.button(texts.get("backups.kept.copy.name", when), path::getText, feedback, texts));
        line.addClassName("kept-path");
        return line;
    }

    private Button button(
            String textKey, String nameKey, String when, FormerDatabase database, Consumer<FormerDatabase> action) {
        Button button = new Button(texts.get(textKey), click -> action.accept(database));
        button.setAriaLabel(texts.get(nameKey, when));
        return button;
    }

    private void ask(FormerDatabase database) {
        String text = texts.get(
                neededToUndo.test(database) ? "backups.kept.delete.text.undo" : "backups.kept.delete.text",
                backupTexts.time(database.at()),
                database.folder());
        new DeleteFormerDialog(database.name(), text, () -> delete(database), feedback, texts).open();
    }

    private void delete(FormerDatabase database) {
        commands.delete(database);
        // the button that has the focus is about to be removed
        if (items.size() > 1) {
            heading.getElement().callJsFunction("focus");
        } else {
            afterLast.run();
        }
    }
}
