package io.graphtracker.backup.page;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import io.graphtracker.actions.AriaDisabled;
import io.graphtracker.texts.Texts;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The menu button of a row. Actions that are unavailable stay reachable, and tell why. The menu is created when it is
 * first opened, since there are many rows. Not a MenuBar, see docs/workarounds.md.
 */
class RowMenu extends Button {

    private final transient RowCommands commands;
    private final transient Texts texts;
    private final String name;
    private final Div list = new Div();
    private @Nullable Popover popover;
    private transient @Nullable BackupRowModel shown;
    private boolean checking;
    private @Nullable Offer filled;

    /**
     * What the items depend on: an open menu is only filled again if this changed, since that takes the focus from it.
     */
    private record Offer(
            boolean ours,
            boolean protectable,
            boolean isProtected,
            BackupRowModel.Protection protection,
            boolean checking) {

        static Offer of(BackupRowModel backup, boolean checking) {
            return new Offer(backup.ours(), backup.protectable(), backup.isProtected(), backup.protection(), checking);
        }
    }

    RowMenu(String backup, RowCommands commands, Texts texts) {
        super(VaadinIcon.ELLIPSIS_DOTS_V.create());
        this.commands = commands;
        this.texts = texts;
        this.name = texts.get("backups.menu.name", backup);
        addClassName("backup-menu");
        addThemeVariants(ButtonVariant.TERTIARY);
        setAriaLabel(name);
        getElement().setAttribute("aria-haspopup", "dialog").setAttribute("aria-expanded", "false");
        list.addClassName("backup-menu-list");
        addClickListener(click -> open());
    }

    /** Opens it for the first time; afterwards the browser opens and closes it. */
    private void open() {
        if (popover == null) {
            popover = new Popover(list);
            popover.addClassName("backup-menu-popover");
            popover.setAriaLabel(name);
            popover.setPosition(PopoverPosition.BOTTOM_END);
            popover.setAutofocus(true);
            fill();
            popover.setTarget(this);
            popover.open();
        }
    }

    void show(BackupRowModel backup, boolean nowChecking) {
        shown = backup;
        checking = nowChecking;
        if (popover != null) {
            fill();
        }
    }

    private void fill() {
        Offer offer = shown == null ? null : Offer.of(shown, checking);
        if (offer != null && shown != null && !offer.equals(filled)) {
            filled = offer;
            list.removeAll();
            fill(shown);
        }
    }

    private void fill(BackupRowModel backup) {
        if (backup.ours()) {
            list.add(
                    checking
                            ? item(texts.get("backups.check.cancel"), () -> commands.cancelCheck(current(backup)))
                            : change("backups.verify", backup, commands::verify));
            if (backup.protectable()) {
                list.add(change(
                        backup.isProtected() ? "backups.unprotect" : "backups.protect",
                        backup,
                        given -> commands.setProtected(given, !given.isProtected())));
            }
        }
        list.add(item(texts.get("backups.copy-path"), () -> commands.copyPath(current(backup), getElement())));
        if (backup.ours()) {
            Button delete = change("backups.delete", backup, commands::delete);
            switch (backup.protection()) {
                case NONE -> {
                    // it can be deleted
                }
                case NEWEST -> explain(delete, "backups.delete.newest");
                case NEWEST_UNVERIFIED -> explain(delete, "backups.delete.newest-unverified");
                case PROTECTED -> explain(delete, "backups.delete.protected");
            }
            list.add(delete);
        }
    }

    /** An item that changes the backup, which is impossible while it is being checked. */
    private Button change(String textKey, BackupRowModel backup, Consumer<BackupRowModel> command) {
        boolean busy = checking;
        Button item = item(texts.get(textKey), () -> {
            if (busy) {
                commands.sayChecking(current(backup));
            } else {
                command.accept(current(backup));
            }
        });
        if (busy) {
            AriaDisabled.set(item, true);
        }
        return item;
    }

    /** The current model of the backup; the items may have been created for an older one. */
    private BackupRowModel current(BackupRowModel filledWith) {
        return shown == null ? filledWith : shown;
    }

    private Button item(String text, Runnable command) {
        Button item = new Button(text, click -> {
            if (popover != null) {
                popover.close();
            }
            command.run();
        });
        item.addThemeVariants(ButtonVariant.TERTIARY);
        return item;
    }

    private void explain(Button item, String textKey) {
        Span why = new Span(texts.get(textKey));
        why.addClassName("backup-menu-reason");
        Div words = new Div(new Span(item.getText()), why);
        words.addClassName("backup-menu-words");
        item.setText("");
        item.getElement().appendChild(words.getElement());
        AriaDisabled.set(item, true);
    }
}
