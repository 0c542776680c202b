/**
 * Which tasks are brought out, while all others are dimmed: without a fill and with a dashed border, so that it is not told by colour
 * alone. Their titles stay as legible as the others.
 */
export class Filter {
  /** Ids; null if nothing is dimmed. */
  #broughtOut = null;
  #rows;

  /** @param ids null to dim nothing */
  set(ids) {
    this.#broughtOut = ids && new Set(ids);
    this.#rows = undefined;
  }

  change(added, gone) {
    added.forEach((id) => this.#broughtOut?.add(id));
    gone.forEach((id) => this.#broughtOut?.delete(id));
    this.#rows = undefined;
  }

  /** After a change of the store. */
  forget() {
    this.#rows = undefined;
  }

  /** The rows that are dimmed: tasks that do not match, and groups that contain none that do. */
  dimmedRows(store) {
    this.#rows ??= this.#broughtOut ? rowsWithout(store, this.#broughtOut) : new Set();
    return this.#rows;
  }
}

function rowsWithout({id, group, parent}, broughtOut) {
  const lit = new Set();
  for (let row = 0; row < id.length; row++) {
    if (!group[row] && broughtOut.has(id[row])) {
      for (let around = row; around >= 0 && !lit.has(around); around = parent[around]) {
        lit.add(around);
      }
    }
  }
  const dimmed = new Set();
  for (let row = 0; row < id.length; row++) {
    if (!lit.has(row)) {
      dimmed.add(row);
    }
  }
  return dimmed;
}

/** The colours of a dimmed row: it has no fill of its own, but covers the lines behind it. */
export function dimmedColors({store}, colors, row) {
  return {
    fill: store.parent[row] >= 0 ? colors.groupFill : colors.background,
    border: colors.dimmedBorder,
    text: colors.dimmedText,
  };
}

/** Draws a border around a path or box with dashes, if it is dimmed. */
export function dashIf(ctx, dimmed, zoom, stroke) {
  ctx.setLineDash(dimmed ? [5, 4].map((part) => part * Math.max(1, 0.6 / zoom)) : []);
  stroke();
  ctx.setLineDash([]);
}
