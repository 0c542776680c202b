package io.graphtracker.backup.catalog.ui;

import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import io.graphtracker.texts.Texts;
import java.util.function.Consumer;

/** The menu of a row. What cannot be done now is not taken out of reach: it says why when it is chosen. */
class RowMenu extends MenuBar {

    private final transient RowCommands commands;
    private final transient Texts texts;
    private final MenuItem root;

    RowMenu(String name, RowCommands commands, Texts texts) {
        this.commands = commands;
        this.texts = texts;
        addClassName("backup-menu");
        addThemeVariants(MenuBarVariant.AURA_TERTIARY, MenuBarVariant.LUMO_ICON);
        root = addItem(VaadinIcon.ELLIPSIS_DOTS_V.create());
        root.setAriaLabel(texts.get("backups.menu.name", name));
        getElement().setAttribute("aria-label", texts.get("backups.menu.name", name));
    }

    void show(ShownBackup backup, boolean checking) {
        root.getSubMenu().removeAll();
        if (backup.ours()) {
            change(checking ? "backups.checking" : "backups.verify", backup, checking, commands::verify);
            if (backup.protectable()) {
                change(
                        backup.isProtected() ? "backups.unprotect" : "backups.protect",
                        backup,
                        checking,
                        shown -> commands.setProtected(shown, !shown.isProtected()));
            }
        }
        root.getSubMenu()
                .addItem(texts.get("backups.copy-path"), click -> commands.copyPath(backup, getElement()))
                .addClassName("backup-copy-path");
        if (backup.ours()) {
            delete(backup, checking);
        }
    }

    private MenuItem change(String textKey, ShownBackup backup, boolean checking, Consumer<ShownBackup> command) {
        MenuItem item = root.getSubMenu().addItem(texts.get(textKey), click -> {
            if (checking) {
                commands.sayChecking(backup);
            } else {
                command.accept(backup);
            }
        });
        if (checking) {
            markUnavailable(item);
        }
        return item;
    }

    private void delete(ShownBackup backup, boolean checking) {
        MenuItem item = change("backups.delete", backup, checking, commands::delete);
        String reason = switch (backup.kept()) {
            case NO -> "";
            case NEWEST -> texts.get("backups.delete.newest");
            case PROTECTED -> texts.get("backups.delete.protected");
        };
        if (!reason.isEmpty()) {
            Span why = new Span(reason);
            why.addClassName("backup-menu-reason");
            Div words = new Div(new Span(texts.get("backups.delete")), why);
            words.addClassName("backup-menu-words");
            item.removeAll();
            item.add(words);
            markUnavailable(item);
        }
    }

    /** Never "disabled", which the keyboard could not reach. */
    private static void markUnavailable(MenuItem item) {
        item.getElement().setAttribute("aria-disabled", "true");
    }
}
