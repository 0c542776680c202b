package io.graphtracker.backup.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.Paragraph;
import io.graphtracker.backup.BackupTexts;
import io.graphtracker.backup.catalog.CatalogEntry;
import io.graphtracker.texts.Texts;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The table of backups. An hourly schedule makes thousands, so it shows a part, and more on request; rows of unchanged
 * backups are not touched.
 *
 * @see "docs/decisions/2026-11-24-backups-table.md"
 */
class BackupTable extends Div {

    /** How many rows are shown at first, and how many more each time. */
    static final int STEP = 50;

    /**
     * Remembers the row with the focus, which a browser moves to the body when the row is removed or moved. A user who
     * went elsewhere, even by a click where nothing takes the focus, keeps the focus there; menus and dialogs of the
     * row count as the row.
     */
    private static final String REMEMBER_FOCUS = """
            const isElsewhere = part => !this.contains(part)
                && !part.closest('vaadin-popover, vaadin-dialog, vaadin-confirm-dialog');
            const forget = () => { this.focusedRow = undefined; };
            this.addEventListener('focusin', e => { this.focusedRow = e.target.closest('tr')?.dataset.name; });
            this.addEventListener('focusout', e => {
              if (e.relatedTarget && isElsewhere(e.relatedTarget)) {
                forget();
              }
            });
            const pointed = e => {
              if (!this.isConnected) {
                document.removeEventListener('pointerdown', pointed, true);
              } else if (e.target instanceof Element && isElsewhere(e.target)) {
                forget();
              }
            };
            document.addEventListener('pointerdown', pointed, true);
            """;

    private static final String RESCUE_FOCUS = """
            if (this.focusedRow && (!document.activeElement || document.activeElement === document.body)) {
              const row = [...this.querySelectorAll('tbody tr')].find(row => row.dataset.name === this.focusedRow);
              (row?.querySelector('th') ?? document.getElementById($0)).focus({preventScroll: true});
            }
            """;

    private final transient RowCommands commands;
    private final transient BackupTexts backupTexts;
    private final transient Texts texts;
    private final Clock clock;
    private final String heading;
    private final SortHeader head;
    private final NativeTableBody body = new NativeTableBody();
    private final Paragraph count = new Paragraph();
    private final Button more;
    private final transient Map<String, BackupRow> rows = new LinkedHashMap<>();
    private transient List<CatalogEntry> entries = List.of();
    private BackupsPageUpdates.Checks checks = BackupsPageUpdates.Checks.NONE;
    private int most = STEP;

    /** @param heading the id of the element that gets the focus when the row with the focus is removed */
    BackupTable(String heading, RowCommands commands, Clock clock, BackupTexts backupTexts, Texts texts) {
        this.heading = heading;
        this.commands = commands;
        this.clock = clock;
        this.backupTexts = backupTexts;
        this.texts = texts;
        addClassName("backups-list");
        head = new SortHeader(this::render, clock.getZone(), texts);
        NativeTableHeader top = new NativeTableHeader(head);
        BackupRow.setRole(top, "rowgroup");
        BackupRow.setRole(body, "rowgroup");
        NativeTable table = new NativeTable(top, body);
        BackupRow.setRole(table, "table");
        table.setId("backups");
        table.addClassName("backups-table");
        table.getElement().setAttribute("aria-labelledby", heading);
        more = new Button(texts.get("backups.more", STEP), click -> showMore());
        more.setId("btnMoreBackups");
        count.setId("backupsCount");
        count.addClassName("secondary");
        Div foot = new Div(count, more);
        foot.addClassName("backups-foot");
        add(table, foot);
        getElement().executeJs(REMEMBER_FOCUS);
    }

    void show(List<CatalogEntry> next) {
        entries = next;
        render();
    }

    void show(BackupsPageUpdates.Checks next) {
        checks = next;
        render();
    }

    private void render() {
        List<CatalogEntry> wanted =
                entries.stream().sorted(head.order()).limit(most).toList();
        Set<String> names = wanted.stream().map(CatalogEntry::name).collect(Collectors.toSet());
        boolean rescue = removeOthers(names);
        Instant now = Instant.now(clock);
        int index = 0;
        for (CatalogEntry entry : wanted) {
            BackupRow row = rows.computeIfAbsent(entry.name(), name -> new BackupRow(name, commands, texts));
            row.show(
                    BackupRowModel.of(entry, now, clock.getZone(), backupTexts, texts),
                    checks.has(entry.name()),
                    checks.of(entry.name()));
            rescue |= place(row, index++);
        }
        count.setText(texts.get("backups.count", wanted.size(), entries.size()));
        more.setVisible(wanted.size() < entries.size());
        if (rescue) {
            getElement().executeJs(RESCUE_FOCUS, heading);
        }
    }

    private boolean removeOthers(Set<String> names) {
        return rows.entrySet().removeIf(row -> {
            boolean gone = !names.contains(row.getKey());
            if (gone) {
                body.getElement().removeChild(row.getValue().getElement());
            }
            return gone;
        });
    }

    /** Whether the row was moved, which takes the focus from it. */
    private boolean place(Component row, int index) {
        boolean there = row.getParent().isPresent();
        if (there && body.getElement().getChild(index).equals(row.getElement())) {
            return false;
        }
        body.getElement().insertChild(index, row.getElement());
        return there;
    }

    /** Moves the focus to the first new row: reading continues there, and the button may be gone. */
    private void showMore() {
        int before = Math.min(most, entries.size());
        most += STEP;
        render();
        body.getElement().executeJs("this.rows[$0]?.querySelector('th').focus()", before);
    }
}
