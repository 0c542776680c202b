import {layerAt, OVERVIEW_ZOOM, TEXT_ZOOM} from './graph-draw.nocache.js';
import {linesInView} from './graph-lines.nocache.js';
import {HIDDEN, TASK} from './graph-scene.nocache.js';

/** How near to a line counts as on it, and the size of a handle, in pixels of the screen. */
const LINE_REACH = 6;
export const HANDLE_RADIUS = 9;
const HANDLE_REACH = 13;

/**
 * What is at a point of the graph: {row} of a task or a group, {link} for a dependency, with {handle: true} the handle of that row;
 * empty if there is nothing.
 *
 * @param handles rows whose handles are shown
 */
export function hit(scene, zoom, x, y, handles = []) {
  const handle = handles.find((row) => {
    const place = handleOf(scene, row, zoom);
    return place && Math.hypot(place[0] - x, place[1] - y) * zoom <= HANDLE_REACH;
  });
  if (handle !== undefined) {
    return {row: handle, handle: true};
  }
  const solid = solidAt(scene, zoom, x, y);
  if (solid !== undefined) {
    return {row: solid};
  }
  const link = linkAt(scene, zoom, x, y);
  if (link) {
    return {link};
  }
  // outer frames come first
  const row = scene.frames.findLast((frame) => scene.contains(frame, x, y));
  return row === undefined ? {} : {row, frame: true};
}

/** Where the handle of a task is, from which dependencies are drawn; undefined if it has none at this zoom. */
export function handleOf(scene, row, zoom) {
  if (scene.kind[row] !== TASK || zoom <= TEXT_ZOOM) {
    return undefined;
  }
  return [scene.box[4 * row + 2], (scene.box[4 * row + 1] + scene.box[4 * row + 3]) / 2];
}

/** The rows whose handles are shown: the current task, and the one under the pointer. */
export function handlesOf(stage) {
  const {scene, view, hovered} = stage;
  if (scene.hand.lifted.size || stage.pull || stage.area) {
    return [];
  }
  const rows = new Set([...stage.rowsOf(stage.selection.slice(-1)), ...(hovered === undefined ? [] : [hovered])]);
  return [...rows].filter((row) => handleOf(scene, row, view.zoom));
}

/** The rows of all that is wholly in a rectangle; frames only with all that is in them. */
export function rowsIn(scene, [left, top, right, bottom]) {
  const {box, kind} = scene;
  return [...kind.keys()].filter((row) =>
    kind[row] !== HIDDEN && box[4 * row] >= left && box[4 * row + 1] >= top &&
    box[4 * row + 2] <= right && box[4 * row + 3] <= bottom);
}

/** A point on the line of a link, in the middle of its longest stretch. */
export function pointOn(line) {
  let longest = -1;
  let point = [line[0], line[1]];
  for (let at = 2; at < line.length; at += 2) {
    const length = Math.abs(line[at] - line[at - 2]) + Math.abs(line[at + 1] - line[at - 1]);
    if (length > longest) {
      longest = length;
      point = [(line[at] + line[at - 2]) / 2, (line[at + 1] + line[at - 1]) / 2];
    }
  }
  return point;
}

function solidAt(scene, zoom, x, y) {
  if (zoom > OVERVIEW_ZOOM) {
    return scene.grid.touching(x - 1e-6, y - 1e-6, x + 1e-6, y + 1e-6)
      .reduce((top, row) => (top === undefined || row > top ? row : top), undefined);
  }
  const {kind, block} = scene;
  return [...kind.keys()].findLast((row) => (block[row] || scene.isSolidInOverview(row)) && scene.contains(row, x, y));
}

function linkAt(scene, zoom, x, y) {
  const reach = LINE_REACH / zoom;
  const near = [x - reach, y - reach, x + reach, y + reach];
  let nearest;
  let least = reach;
  for (const {link, line} of linesInView(scene, layerAt(scene, zoom).links, near)) {
    for (let at = 2; at < line.length; at += 2) {
      const distance = distanceTo(x, y, line[at - 2], line[at - 1], line[at], line[at + 1]);
      if (distance < least) {
        least = distance;
        nearest = link;
      }
    }
  }
  return nearest;
}

function distanceTo(x, y, x1, y1, x2, y2) {
  const [alongX, alongY] = [x2 - x1, y2 - y1];
  const length = alongX * alongX + alongY * alongY;
  const part = length ? Math.min(Math.max(((x - x1) * alongX + (y - y1) * alongY) / length, 0), 1) : 0;
  return Math.hypot(x - x1 - part * alongX, y - y1 - part * alongY);
}
