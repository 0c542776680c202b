package io.graphtracker.project.ui;

import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import io.graphtracker.texts.Texts;
import java.util.List;
import java.util.stream.Stream;

/** A table of keys and what they do. */
class KeyTable extends Div {

    /** @param key as people read it, alternatives separated by a slash */
    record Row(String key, String name, String text) {}

    KeyTable(Texts texts, String caption, List<Row> rows) {
        addClassName("key-table");
        NativeTableRow head = new NativeTableRow();
        Stream.of("help.key", "help.action", "help.effect").forEach(textKey -> head.add(columnHeader(texts, textKey)));
        NativeTableBody body = new NativeTableBody();
        rows.forEach(row -> body.add(new NativeTableRow(
                new NativeTableCell(key(row.key())),
                new NativeTableCell(row.name()),
                new NativeTableCell(row.text()))));
        NativeTable table = new NativeTable(new NativeTableHeader(head), body);
        table.getElement().setAttribute("aria-label", caption);
        add(table);
    }

    private static NativeTableHeaderCell columnHeader(Texts texts, String textKey) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(texts.get(textKey));
        cell.getElement().setAttribute("scope", "col");
        return cell;
    }

    private static HtmlComponent key(String label) {
        HtmlContainer key = new HtmlContainer("kbd");
        key.setText(label);
        return key;
    }
}
