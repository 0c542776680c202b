package io.graphtracker.backup.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import io.graphtracker.backup.BackupTexts;
import io.graphtracker.backup.audit.AuditEntry;
import io.graphtracker.backup.audit.UnrecordedEntries;
import io.graphtracker.backup.operations.OperationsDatabaseProblem;
import io.graphtracker.backup.operations.OperationsDatabaseTexts;
import io.graphtracker.texts.Texts;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The audit log: what was done with the backups, when, and by whom. */
class AuditLogSection extends NativeDetails {

    /** How many entries are shown at first; all on request. */
    static final int FIRST = 20;

    private final Clock clock;
    private final transient BackupTexts backupTexts;
    private final transient Texts texts;
    private final NativeTableBody body = new NativeTableBody();
    private final transient Map<AuditEntry, NativeTableRow> rows = new HashMap<>();
    private final NativeTable table;
    private final Paragraph absence = new Paragraph();
    private final Paragraph unrecorded = new Paragraph();
    private final Button more;
    private transient AuditLogModel shown = AuditLogModel.UNKNOWN;
    private boolean rendered;
    private boolean all;

    AuditLogSection(Clock clock, BackupTexts backupTexts, Texts texts) {
        this.clock = clock;
        this.backupTexts = backupTexts;
        this.texts = texts;
        setId("backupsHistory");
        addClassName("backups-history");
        setSummaryText(texts.get("backups.history"));
        NativeTableRow head = new NativeTableRow();
        BackupRow.setRole(head, "row");
        Stream.of("when", "what", "backup", "by", "result").forEach(column -> head.add(columnHeader(column)));
        NativeTableHeader top = new NativeTableHeader(head);
        BackupRow.setRole(top, "rowgroup");
        BackupRow.setRole(body, "rowgroup");
        table = new NativeTable(top, body);
        table.setId("operations");
        table.addClassName("operations-table");
        BackupRow.setRole(table, "table");
        table.getElement().setAttribute("aria-label", texts.get("backups.history"));
        more = new Button(texts.get("backups.history.more"), click -> showAll());
        more.setId("btnMoreOperations");
        absence.setId("noOperations");
        unrecorded.setId("unrecordedOperations");
        unrecorded.addClassName("unrecorded");
        unrecorded.setVisible(false);
        setContent(new Div(unrecorded, absence, table, more));
    }

    private NativeTableHeaderCell columnHeader(String column) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(texts.get("backups.history." + column));
        cell.getElement().setAttribute("scope", "col");
        BackupRow.setRole(cell, "columnheader");
        return cell;
    }

    /** Opens itself when entries are missing, which a user would not look for in a closed section. */
    void show(AuditLogModel next) {
        if (!rendered || !next.equals(shown)) {
            if (next.unrecorded() != null && shown.unrecorded() == null) {
                setOpen(true);
            }
            shown = next;
            rendered = true;
            render();
        }
    }

    private void render() {
        List<AuditEntry> known = shown.entries() == null ? List.of() : shown.entries();
        absence.setText(absence());
        absence.setVisible(known.isEmpty());
        showUnrecorded(shown.unrecorded());
        table.setVisible(!known.isEmpty());
        more.setVisible(!all && known.size() > FIRST);
        List<AuditEntry> wanted =
                known.stream().limit(all ? known.size() : FIRST).toList();
        removeOthers(wanted);
        int index = 0;
        for (AuditEntry entry : wanted) {
            NativeTableRow row = rows.get(entry);
            if (row == null) {
                row = row(entry);
                rows.put(entry, row);
                body.getElement().insertChild(index, row.getElement());
            }
            index++;
        }
    }

    private String absence() {
        if (shown.entries() != null) {
            return texts.get("backups.history.none");
        }
        return shown.problem() == null
                ? texts.get("backups.history.unreadable")
                : texts.get("backups.history.unreadable.reason", problem(shown.problem()));
    }

    private void showUnrecorded(@Nullable UnrecordedEntries missing) {
        unrecorded.setVisible(missing != null);
        if (missing != null) {
            unrecorded.setText(texts.get(
                    "backups.history.unrecorded",
                    missing.count(),
                    backupTexts.time(missing.since().atZone(clock.getZone())),
                    problem(missing.reason())));
        }
    }

    /** What is wrong with the audit log, and what to do. */
    private String problem(OperationsDatabaseProblem problem) {
        return OperationsDatabaseTexts.problem(problem, texts);
    }

    /** Never touches rows that stay, since one of them may have the focus; their order never changes. */
    private void removeOthers(List<AuditEntry> wanted) {
        Set<AuditEntry> kept = Set.copyOf(wanted);
        rows.entrySet().removeIf(row -> {
            boolean gone = !kept.contains(row.getKey());
            if (gone) {
                body.remove(row.getValue());
            }
            return gone;
        });
    }

    private NativeTableRow row(AuditEntry entry) {
        HtmlContainer when = new HtmlContainer("time");
        when.setText(backupTexts.time(entry.at().atZone(clock.getZone())));
        when.getElement().setAttribute("datetime", entry.at().toString());
        NativeTableRow row = new NativeTableRow();
        BackupRow.setRole(row, "row");
        row.getElement().setAttribute("tabindex", "-1");
        row.add(
                cell("when", when),
                cell(
                        "what",
                        texts.get(Texts.key("backups.operation.", entry.kind().code()))),
                cell("backup", entry.backup()),
                cell("by", entry.user()),
                cell("result", result(entry)));
        return row;
    }

    private String result(AuditEntry entry) {
        String result = texts.get(entry.succeeded() ? "backups.history.done" : "backups.history.failed");
        return entry.detail().isEmpty() ? result : texts.get("backups.history.detail", result, entry.detail());
    }

    private NativeTableCell cell(String column, String text) {
        NativeTableCell cell = new NativeTableCell(text);
        return labelled(cell, column);
    }

    private NativeTableCell cell(String column, Component content) {
        return labelled(new NativeTableCell(content), column);
    }

    private NativeTableCell labelled(NativeTableCell cell, String column) {
        cell.getElement().setAttribute("data-label", texts.get("backups.history." + column));
        BackupRow.setRole(cell, "cell");
        return cell;
    }

    /** The button is hidden, so the focus moves to the first new row. */
    private void showAll() {
        all = true;
        render();
        body.getElement().executeJs("this.rows[$0]?.focus()", FIRST);
    }
}
