package io.graphtracker.backup.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.graphtracker.actions.AriaDisabled;
import io.graphtracker.backup.BackupKind;
import io.graphtracker.backup.VerificationProgress;
import io.graphtracker.backup.catalog.VerificationTexts;
import io.graphtracker.texts.Texts;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * A row of the table of backups. It stays on the page as long as the file exists, and is updated only where its model
 * changed.
 */
class BackupRow extends NativeTableRow {

    private final transient RowCommands commands;
    private final transient Texts texts;
    private final HtmlContainer when = new HtmlContainer("time");
    private final Span ago = new Span();
    private final Span protection;
    private final NativeTableCell kind;
    private final NativeTableCell size;
    private final NativeTableCell state;
    private final NativeTableCell contents;
    private final Div actions = new Div();
    private final Button restore;
    private final Anchor download;
    private final RowMenu menu;
    private transient @Nullable BackupRowModel shown;
    private @Nullable String shownKind;
    private final Span note = new Span();
    private boolean checking;
    private transient VerificationProgress progress = VerificationProgress.NONE;

    BackupRow(String name, RowCommands commands, Texts texts) {
        this.commands = commands;
        this.texts = texts;
        getElement().setAttribute("data-name", name);
        setRole(this, "row");
        ago.addClassName("secondary");
        Span file = new Span(name);
        file.addClassName("backup-file");
        note.addClassNames("backup-note", "secondary");
        protection = mark(VaadinIcon.LOCK, texts.get("backups.protected"), "backup-protected");
        Div times = new Div(when, ago);
        times.addClassName("backup-times");
        NativeTableHeaderCell first = new NativeTableHeaderCell(times, file, note, protection);
        first.getElement().setAttribute("scope", "row").setAttribute("tabindex", "-1");
        setRole(first, "rowheader");
        restore = new Button(texts.get("backups.restore"), click -> restore());
        restore.setAriaLabel(texts.get("backups.restore.name", name));
        download = new Anchor(
                "api/v1/backups/" + UriUtils.encode(name, StandardCharsets.UTF_8), VaadinIcon.DOWNLOAD_ALT.create());
        download.add(new Span(texts.get("backups.download")));
        download.getElement().setAttribute("download", name);
        download.setRouterIgnore(true);
        download.setAriaLabel(texts.get("backups.download.name", name));
        download.addClassName("backup-download");
        menu = new RowMenu(name, commands, texts);
        actions.addClassName("backup-actions");
        kind = cell(BackupColumn.KIND);
        size = cell(BackupColumn.SIZE);
        state = cell(BackupColumn.STATE);
        contents = cell(BackupColumn.CONTENTS);
        NativeTableCell last = new NativeTableCell(actions);
        setRole(last, "cell");
        for (BackupColumn column : BackupColumn.values()) {
            HtmlContainer cell = switch (column) {
                case WHEN -> first;
                case KIND -> kind;
                case SIZE -> size;
                case STATE -> state;
                case CONTENTS -> contents;
                case ACTIONS -> last;
            };
            cell.addClassName(column.className());
            add(cell);
        }
    }

    private NativeTableCell cell(BackupColumn column) {
        NativeTableCell cell = new NativeTableCell();
        // for narrow screens, where the table has no header
        cell.getElement().setAttribute("data-label", texts.get(column.textKey()));
        setRole(cell, "cell");
        return cell;
    }

    /** Sets a role explicitly: browsers drop the roles of a table that CSS shows as cards. */
    static void setRole(Component component, String role) {
        component.getElement().setAttribute("role", role);
    }

    /**
     * Updates the row.
     *
     * @param nextProgress the progress of its check, if it is being checked
     */
    void show(BackupRowModel next, boolean nextChecking, VerificationProgress nextProgress) {
        if (next.equals(shown) && checking == nextChecking && progress.equals(nextProgress)) {
            return;
        }
        progress = nextProgress;
        shown = next;
        checking = nextChecking;
        when.setText(next.when());
        when.getElement().setAttribute("datetime", next.instant());
        ago.setText(next.ago());
        protection.setVisible(next.isProtected());
        note.setText(next.note());
        note.setVisible(!next.note().isEmpty());
        if (shownKind == null || !shownKind.equals(next.kind())) {
            shownKind = next.kind();
            kind.removeAll();
            kind.add(mark(icon(next.purpose()), next.kind(), "backup-kind"));
        }
        size.setText(next.size());
        contents.setText(next.contents());
        showState(next);
        showActions(next);
    }

    private static VaadinIcon icon(@Nullable BackupKind kind) {
        return kind == null
                ? VaadinIcon.QUESTION_CIRCLE_O
                : switch (kind) {
                    case MANUAL -> VaadinIcon.USER;
                    case SCHEDULED -> VaadinIcon.CALENDAR_CLOCK;
                    case BEFORE_RESTORE -> VaadinIcon.SHIELD;
                    case BEFORE_UPGRADE -> VaadinIcon.PACKAGE;
                    case UPLOADED -> VaadinIcon.UPLOAD_ALT;
                    case ADDED -> VaadinIcon.FOLDER_ADD;
                };
    }

    private void showState(BackupRowModel next) {
        state.removeAll();
        if (checking) {
            state.add(mark(VaadinIcon.HOURGLASS, VerificationTexts.of(progress, texts), "backup-state-checking"));
            return;
        }
        VaadinIcon icon = switch (next.state().code()) {
            case "proven" -> VaadinIcon.CHECK_CIRCLE;
            case "unchecked" -> VaadinIcon.QUESTION_CIRCLE_O;
            case "not_restorable" -> VaadinIcon.WARNING;
            case "broken" -> VaadinIcon.EXCLAMATION_CIRCLE;
            default -> VaadinIcon.BAN;
        };
        state.add(mark(icon, next.state().text(), "backup-state-" + next.state().code()));
        if (!next.state().detail().isEmpty()) {
            Span detail = new Span(next.state().detail());
            detail.addClassNames("backup-state-detail", "secondary");
            state.add(detail);
        }
    }

    private void showActions(BackupRowModel next) {
        place(restore, next.restorable(), 0);
        place(download, next.ours(), next.restorable() ? 1 : 0);
        place(menu, true, actions.getElement().getChildCount() - (isIn(menu) ? 1 : 0));
        AriaDisabled.set(restore, checking);
        menu.show(next, checking);
    }

    /** Never moves a component that stays: it may have the focus. */
    private void place(Component action, boolean wanted, int index) {
        if (wanted && !isIn(action)) {
            actions.addComponentAtIndex(index, action);
        } else if (!wanted && isIn(action)) {
            actions.remove(action);
        }
    }

    private boolean isIn(Component action) {
        return action.getParent().isPresent();
    }

    private void restore() {
        if (shown != null && checking) {
            commands.sayChecking(shown);
        } else if (shown != null) {
            commands.restore(shown);
        }
    }

    private static Span mark(VaadinIcon icon, String text, String className) {
        Span mark = new Span(icon.create(), new Span(text));
        mark.addClassNames("backup-mark", className);
        return mark;
    }
}
