package io.graphtracker.project.ui;

import com.vaadin.flow.component.treegrid.TreeGrid;
import java.util.UUID;

/** Where the focus is in the outline: on the row of the selected task, which the grid leaves to the user alone. */
final class OutlineFocus {

    private static final String FOLLOW = """
            if (this.goToRow) return;
            // not told by an event if the cell with the focus is taken away
            let inRows = false;
            this.$.items.addEventListener('focusin', () => { inRows = true; });
            this.$.items.addEventListener('focusout', event => { inRows = inRows && !event.target.isConnected; });
            this.$.table.addEventListener('focusin', event => {
              const entered = event.relatedTarget === this.$.table || !this.$.table.contains(event.relatedTarget);
              if (entered && !this._isMousedown && this.$.header.contains(event.target)) this._itemsFocusable?.focus();
            });
            let going = 0;
            this.goToRow = (index, focus, scroll) => {
              const latest = ++going;
              this._focusedItemIndex = index;
              const inView = index >= this._firstVisibleIndex && index <= this._lastVisibleIndex;
              if (!inView && (focus || scroll)) this.scrollToIndex(index);
              const deadline = performance.now() + 3000;
              const settle = () => {
                if (latest !== going || !this.isConnected) return;
                const row = [...this.$.items.children].find(child => child.index === index && !child.hidden);
                if ((!row || row.hasAttribute('loading')) && performance.now() < deadline) {
                  requestAnimationFrame(settle);
                  return;
                }
                this._focusedItemIndex = index;
                this._resetKeyboardNavigation();
                if (focus) this._itemsFocusable?.focus();
              };
              settle();
            };
            // when columns or rows come and go, the cell with the focus is replaced
            this.keepRow = (before, after) => {
              const row = this._focusedItemIndex === before ? after : this._focusedItemIndex;
              const had = inRows;
              requestAnimationFrame(() => this.goToRow(row, had, false));
            };
            this.returnFocus = () => this.goToRow(this._focusedItemIndex, true, true);
            """;

    private final TreeGrid<UUID> grid;

    OutlineFocus(TreeGrid<UUID> grid) {
        this.grid = grid;
        grid.addAttachListener(attach -> grid.getElement().executeJs(FOLLOW));
    }

    /** The next time the focus comes into the outline, it is on this row, which is brought into view. */
    void expect(int row) {
        call("goToRow($0, false, true)", row);
    }

    /** Moves the focus to a row. */
    void move(int row) {
        call("goToRow($0, true, true)", row);
    }

    /** Keeps the focus on its row while columns come or go. */
    void keep() {
        keep(-1, -1);
    }

    /**
     * Keeps the focus on its row, also if that is at another place now. Only the row of the selected task is known here: the
     * focus may have gone on from there.
     */
    void keep(int before, int after) {
        call("keepRow($0, $1)", before, after);
    }

    /** While the grid is being attached, its script may come later. Then there is no focus to keep yet. */
    private void call(String function, Object... rows) {
        String name = function.substring(0, function.indexOf('('));
        grid.getElement().executeJs("if (this." + name + ") this." + function, rows);
    }
}
