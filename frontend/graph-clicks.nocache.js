/** What clicks and a resting pointer do on the canvas. */

/** Selects what is under a click; with a key held down, besides what is selected, or no longer. */
export function click(stage, {id, hit: {link}}, toggle) {
  const {selection} = stage;
  if (link) {
    stage.select([], link.ids.length === 1 ? link.ids[0] : null);
    return;
  }
  if (!toggle) {
    stage.select(id === undefined ? [] : [id]);
  } else if (id !== undefined) {
    stage.select(selection.includes(id) ? selection.filter((other) => other !== id) : [...selection, id]);
  }
}

/** A double click edits a task or a group; where nothing is, it asks for a new task. */
export function doubleClick(stage, x, y) {
  const {row, link, handle} = stage.hit(x, y);
  if (row !== undefined && !handle) {
    stage.emit('node-activated', {id: stage.store.id[row]});
  } else if (!link && !handle) {
    const [toX, toY] = stage.view.toGraph(x, y).map(Math.round);
    stage.emit('task-requested', {x: toX, y: toY, afterId: null});
  }
}

/** Shows the handle of the task under the pointer, and by the pointer's form what can be done there. */
export function hover(stage, {row, link, handle, frame} = {}) {
  const over = frame ? undefined : row;
  if (over !== stage.hovered) {
    stage.hovered = over;
    stage.redraw();
  }
  stage.canvas.style.cursor = handle ? 'crosshair' : link || row !== undefined ? 'pointer' : '';
}
