package io.graphtracker.backup.retention.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.graphtracker.backup.catalog.CatalogEntry;
import io.graphtracker.backup.retention.RetentionPlan;
import io.graphtracker.backup.retention.RetentionRule;
import io.graphtracker.backup.retention.RetentionTexts;
import io.graphtracker.texts.ByteSize;
import io.graphtracker.texts.Texts;
import io.graphtracker.texts.Times;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a rule would do with each file, and why. */
class RetentionPreview extends Div {

    /** How many rows are shown at first, and how many more each time. */
    static final int STEP = 50;

    private final transient RetentionTexts retentionTexts;
    private final transient Texts texts;
    private final Paragraph summary = new Paragraph();
    private final NativeTableBody body = new NativeTableBody();
    private final NativeTable table;
    private final Paragraph count = new Paragraph();
    private final Button more;
    private final Div foot;
    private transient List<RetentionPlan.Decided> files = List.of();
    private transient @Nullable RetentionRule rule;

    RetentionPreview(RetentionTexts retentionTexts, Texts texts) {
        this.retentionTexts = retentionTexts;
        this.texts = texts;
        setId("retentionPreview");
        addClassName("retention-preview");
        H3 heading = new H3(texts.get("retention.preview.title"));
        heading.setId("retentionPreviewHeading");
        summary.setId("retentionSummary");
        NativeTableRow head = role("row", new NativeTableRow());
        Stream.of("file", "what", "why", "size").forEach(column -> head.add(columnHeader(column)));
        table = role("table", new NativeTable(role("rowgroup", new NativeTableHeader(head)), role("rowgroup", body)));
        table.setId("retentionFiles");
        table.addClassNames("operations-table", "retention-files");
        table.getElement().setAttribute("aria-labelledby", "retentionPreviewHeading");
        count.addClassName("secondary");
        more = new Button(texts.get("retention.preview.more", STEP), click -> showMore());
        more.setId("btnMoreRetentionFiles");
        foot = new Div(count, more);
        foot.addClassName("backups-foot");
        add(heading, summary, table, foot);
        setVisible(false);
    }

    private NativeTableHeaderCell columnHeader(String column) {
        NativeTableHeaderCell cell = role("columnheader", new NativeTableHeaderCell(label(column)));
        cell.getElement().setAttribute("scope", "col");
        return cell;
    }

    private String label(String column) {
        return texts.get("retention.preview." + column);
    }

    /** Sets a role explicitly: browsers drop the roles of a table that CSS shows as cards. */
    private static <C extends Component> C role(String role, C component) {
        component.getElement().setAttribute("role", role);
        return component;
    }

    /** Shows a plan that was made with a rule. */
    void show(RetentionPlan plan, RetentionRule madeWith) {
        rule = madeWith;
        files = plan.files();
        int going = plan.deletions().size();
        summary.setText(
                files.isEmpty()
                        ? texts.get("retention.preview.empty")
                        : texts.get(
                                "retention.preview.goes",
                                going,
                                files.size() - going,
                                ByteSize.format(plan.freedBytes())));
        body.removeAll();
        showRows();
        setVisible(true);
    }

    /** What it says in one sentence. */
    String summary() {
        return summary.getText();
    }

    /** Shows why there is none. */
    void say(String problem) {
        files = List.of();
        body.removeAll();
        showRows();
        summary.setText(problem);
        setVisible(true);
    }

    private void showMore() {
        long before = shown();
        showRows();
        body.getElement().executeJs("this.rows[$0]?.querySelector('th').focus()", before);
    }

    private long shown() {
        return body.getChildren().count();
    }

    private void showRows() {
        files.stream().skip(shown()).limit(STEP).map(this::row).forEach(body::add);
        table.setVisible(!files.isEmpty());
        foot.setVisible(files.size() > STEP);
        more.setVisible(shown() < files.size());
        count.setText(texts.get("retention.preview.count", shown(), files.size()));
    }

    private NativeTableRow row(RetentionPlan.Decided file) {
        CatalogEntry entry = file.entry();
        HtmlContainer when = new HtmlContainer("time");
        when.setText(Times.withZone(entry.at()));
        when.getElement().setAttribute("datetime", entry.at().toInstant().toString());
        Span name = new Span(entry.name());
        name.addClassName("backup-file");
        NativeTableHeaderCell first = role("rowheader", new NativeTableHeaderCell(when, name));
        first.getElement().setAttribute("scope", "row").setAttribute("tabindex", "-1");
        NativeTableRow row = role(
                "row",
                new NativeTableRow(
                        first,
                        cell("what", what(file.goes())),
                        cell("why", new Span(rule == null ? "" : retentionTexts.reason(file.decision(), rule))),
                        cell("size", new Span(ByteSize.format(entry.sizeBytes())))));
        row.getElement().setAttribute("data-name", entry.name());
        row.setClassName("retention-goes", file.goes());
        return row;
    }

    private Span what(boolean goes) {
        Span mark = new Span(
                (goes ? VaadinIcon.TRASH : VaadinIcon.CHECK).create(),
                new Span(texts.get(goes ? "retention.preview.deleted" : "retention.preview.stays")));
        mark.addClassName("backup-mark");
        return mark;
    }

    private NativeTableCell cell(String column, Component content) {
        NativeTableCell cell = role("cell", new NativeTableCell(content));
        cell.addClassName("retention-column-" + column);
        cell.getElement().setAttribute("data-label", label(column));
        return cell;
    }
}
