package io.graphtracker.backup.restore.ui;

import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import io.graphtracker.backup.restore.RestorePreview;
import io.graphtracker.texts.Texts;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The number of items of each kind in a backup and in the live database. */
class ContentsTable extends NativeTable {

    private final Texts texts;

    ContentsTable(RestorePreview preview, Texts texts) {
        this.texts = texts;
        setId("restoreContents");
        addClassName("restore-contents");
        NativeTableHeader header = new NativeTableHeader(new NativeTableRow(
                head(texts.get("restore.contents"), "col"),
                head(texts.get("restore.contents.there"), "col"),
                head(texts.get("restore.contents.now"), "col")));
        NativeTableBody body = new NativeTableBody();
        for (String kind : kinds(preview)) {
            texts.find("restore.kind." + kind)
                    .ifPresent(name -> body.add(new NativeTableRow(
                            head(name, "row"), cell(preview.inBackup(), kind), cell(preview.current(), kind))));
        }
        add(header, body);
    }

    private static Set<String> kinds(RestorePreview preview) {
        Set<String> kinds = new LinkedHashSet<>(preview.inBackup().keySet());
        kinds.addAll(preview.current().keySet());
        return kinds;
    }

    private static NativeTableHeaderCell head(String text, String scope) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(text);
        cell.getElement().setAttribute("scope", scope);
        return cell;
    }

    private NativeTableCell cell(Map<String, Long> counts, String kind) {
        return new NativeTableCell(Optional.ofNullable(counts.get(kind))
                .map(count -> String.format(Locale.ENGLISH, "%,d", count))
                .orElseGet(() -> texts.get("restore.contents.unknown")));
    }
}
