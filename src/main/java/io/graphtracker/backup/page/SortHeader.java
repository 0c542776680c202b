package io.graphtracker.backup.page;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import io.graphtracker.backup.catalog.CatalogEntry;
import io.graphtracker.texts.Texts;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;

/** The header row of the table: the columns, and which of them it is sorted by. */
class SortHeader extends NativeTableRow {

    private final transient Runnable sort;
    private final ZoneId zone;
    private final transient Texts texts;
    private final Map<BackupColumn, NativeTableHeaderCell> cells = new EnumMap<>(BackupColumn.class);
    private BackupColumn column = BackupColumn.WHEN;
    private boolean descending = BackupColumn.WHEN.descendingFirst();

    /**
     * @param sort called when another order is chosen
     * @param zone of all times in the table
     */
    SortHeader(Runnable sort, ZoneId zone, Texts texts) {
        this.sort = sort;
        this.zone = zone;
        this.texts = texts;
        BackupRow.setRole(this, "row");
        for (BackupColumn each : BackupColumn.values()) {
            NativeTableHeaderCell cell = each.isSortable() ? sortable(each) : plain(each);
            cell.addClassName(each.className());
            add(cell);
        }
        mark();
    }

    Comparator<CatalogEntry> order() {
        return column.order(descending);
    }

    private NativeTableHeaderCell sortable(BackupColumn sortable) {
        NativeButton button = new NativeButton(name(sortable), click -> choose(sortable));
        button.addClassName("sort-button");
        button.getElement().setAttribute("data-column", sortable.name());
        NativeTableHeaderCell cell = head(new NativeTableHeaderCell(button));
        cells.put(sortable, cell);
        return cell;
    }

    /** The zone is told here, once for all rows. */
    private String name(BackupColumn sortable) {
        String name = texts.get(sortable.textKey());
        return sortable == BackupColumn.WHEN ? texts.get("backups.column.zone", name, zone.getId()) : name;
    }

    private NativeTableHeaderCell plain(BackupColumn unsortable) {
        NativeTableHeaderCell cell = head(new NativeTableHeaderCell(texts.get(unsortable.textKey())));
        cell.addClassName("unsortable");
        return cell;
    }

    private static NativeTableHeaderCell head(NativeTableHeaderCell cell) {
        cell.getElement().setAttribute("scope", "col");
        BackupRow.setRole(cell, "columnheader");
        return cell;
    }

    private void choose(BackupColumn chosen) {
        descending = chosen == column ? !descending : chosen.descendingFirst();
        column = chosen;
        mark();
        sort.run();
    }

    private void mark() {
        cells.forEach((sortable, cell) -> cell.getElement()
                .setAttribute("aria-sort", sortable != column ? "none" : descending ? "descending" : "ascending"));
    }
}
