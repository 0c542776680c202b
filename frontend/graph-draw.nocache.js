import {dashIf, dimmedColors} from './graph-filter.nocache.js';
import {FONT_SIZE, GROUP_FONT_SIZE, LINE_HEIGHT, PADDING, SIGN_SPACE} from './graph-labels.nocache.js';
import {drawLines, linesInView} from './graph-lines.nocache.js';
import {drawBlocks} from './graph-overview.nocache.js';
import {CLOSED, TASK} from './graph-scene.nocache.js';
import {drawSign} from './graph-signs.nocache.js';
import {drawSignedTitle, drawTitles} from './graph-titles.nocache.js';

/** Up to this zoom, groups stand for their tasks. */
export const OVERVIEW_ZOOM = 0.12;
/** Up to this zoom, tasks are boxes without text. */
export const TEXT_ZOOM = 0.35;

const SIGN_RADIUS = 6.5;
const SIGN_ZOOM = 0.2;
const TASK_CORNER = 8;
const FRAME_CORNER = 14;

/** The radius of the corners of a box by what is drawn for its row. */
export function cornerOf(kind) {
  return kind === TASK ? TASK_CORNER : FRAME_CORNER;
}

/** Which links are drawn at a zoom. */
export function layerAt(scene, zoom) {
  return zoom <= OVERVIEW_ZOOM ? scene.overview : scene.detail;
}

/**
 * Draws a scene; the context is already transformed so that one unit is one of the graph.
 *
 * @param look {zoom, extent, colors, labels, selected, criticalTasks, dimmed: Sets of rows, dependencyId, criticalDependencies: Set of ids}
 */
export function draw(ctx, scene, look) {
  const {zoom, extent, colors, labels} = look;
  const inView = (row) => {
    const at = 4 * row;
    const {box} = scene;
    return box[at] < extent[2] && box[at + 2] > extent[0] && box[at + 1] < extent[3] && box[at + 3] > extent[1];
  };
  const overview = zoom <= OVERVIEW_ZOOM;
  const frames = scene.frames.filter((row) => inView(row) && !(overview && scene.block[row]));
  ctx.textBaseline = 'alphabetic';
  ctx.lineJoin = 'round';
  drawFrames(ctx, scene, look, frames);
  drawLinks(ctx, scene, look);
  if (overview) {
    drawBlocks(ctx, scene, look, inView);
  } else if (zoom <= TEXT_ZOOM) {
    drawBoxes(ctx, scene, look, inView);
  } else {
    ctx.font = labels.font;
    for (let row = 0; row < scene.size; row++) {
      if (scene.isSolid(row) && inView(row)) {
        drawTask(ctx, scene, look, row);
      }
    }
  }
  drawTitles(ctx, scene, look, frames, zoom > TEXT_ZOOM);
}

function drawFrames(ctx, {box}, {zoom, colors, dimmed}, rows) {
  ctx.fillStyle = colors.groupFill;
  ctx.lineWidth = Math.max(1, 1 / zoom);
  for (const row of rows) {
    const [left, top, right, bottom] = box.subarray(4 * row, 4 * row + 4);
    ctx.beginPath();
    ctx.roundRect(left, top, right - left, bottom - top, FRAME_CORNER);
    ctx.fill();
    ctx.strokeStyle = dimmed.has(row) ? colors.dimmedBorder : colors.groupBorder;
    dashIf(ctx, dimmed.has(row), zoom, () => ctx.stroke());
  }
}

function drawLinks(ctx, scene, look) {
  const {zoom, extent, colors, dependencyId, criticalDependencies, selected, dimmed} = look;
  const kinds = {dimmed: [], usual: [], near: [], critical: [], selected: []};
  for (const seen of linesInView(scene, layerAt(scene, zoom).links, extent)) {
    const {ids, source, target} = seen.link;
    const kind = dependencyId && ids.includes(dependencyId) ? 'selected'
      : criticalDependencies.size && ids.some((id) => criticalDependencies.has(id)) ? 'critical'
      : selected.size && (selected.has(source) || selected.has(target)) ? 'near'
      : dimmed.has(source) || dimmed.has(target) ? 'dimmed'
      : 'usual';
    kinds[kind].push(seen);
  }
  const round = zoom > TEXT_ZOOM;
  drawLines(ctx, kinds.dimmed, {zoom, round, color: colors.dimmedBorder, width: 1, dashes: [2, 4]});
  drawLines(ctx, kinds.usual, {zoom, round, color: colors.edge, width: 1.5});
  drawLines(ctx, kinds.near, {zoom, round, color: colors.groupText, width: 2.25});
  drawLines(ctx, kinds.critical, {zoom, round, color: colors.critical, width: 3, dashes: [9, 4]});
  drawLines(ctx, kinds.selected, {zoom, round, color: colors.selection, width: 3.5});
}

/** The colours of what is not dimmed. */
export function boxColors({store, kind}, colors, row) {
  return kind[row] === CLOSED
    ? {fill: colors.groupFill, border: colors.groupBorder, text: colors.groupText}
    : colors.status[store.statuses[store.status[row]]];
}

/** Tasks without text: in one path for each status, and their signs as large as there is room. */
function drawBoxes(ctx, scene, {zoom, colors, labels, criticalTasks, dimmed}, inView) {
  const {store, box, kind} = scene;
  const byStatus = store.statuses.map(() => []);
  for (let row = 0; row < scene.size; row++) {
    if (scene.isSolid(row) && inView(row)) {
      byStatus[store.status[row]]?.push(row);
    }
  }
  byStatus.forEach((rows, status) => {
    for (const row of rows) {
      const set = dimmed.has(row) ? dimmedColors(scene, colors, row) : boxColors(scene, colors, row);
      const critical = criticalTasks.has(row);
      const [left, top, right, bottom] = box.subarray(4 * row, 4 * row + 4);
      ctx.fillStyle = set.fill;
      ctx.strokeStyle = critical ? colors.critical : set.border;
      ctx.lineWidth = (critical ? 3 : 1) / zoom;
      ctx.fillRect(left, top, right - left, bottom - top);
      dashIf(ctx, dimmed.has(row), zoom, () => ctx.strokeRect(left, top, right - left, bottom - top));
      if (zoom > SIGN_ZOOM && kind[row] === TASK) {
        drawSign(ctx, store.statuses[status], (left + right) / 2, (top + bottom) / 2, 15, set, labels.fontFamily);
      }
    }
  });
}

function drawTask(ctx, scene, look, row) {
  const {store, box, labels, kind} = scene;
  const {zoom, colors, criticalTasks, dimmed} = look;
  const [left, top, right, bottom] = box.subarray(4 * row, 4 * row + 4);
  const closed = kind[row] === CLOSED;
  const status = store.statuses[store.status[row]];
  const set = dimmed.has(row) ? dimmedColors(scene, colors, row) : boxColors(scene, colors, row);
  const critical = criticalTasks.has(row);
  ctx.fillStyle = set.fill;
  ctx.strokeStyle = critical ? colors.critical : set.border;
  ctx.lineWidth = critical ? 2 : Math.max(1.25, 1 / zoom);
  ctx.beginPath();
  ctx.roundRect(left, top, right - left, bottom - top, cornerOf(kind[row]));
  ctx.fill();
  dashIf(ctx, dimmed.has(row), zoom, () => ctx.stroke());
  if (critical) {
    // the critical path: a double frame, not just another colour
    ctx.beginPath();
    ctx.roundRect(left + 4, top + 4, right - left - 8, bottom - top - 8, cornerOf(kind[row]) - 3);
    ctx.stroke();
  }
  // a title that something else covers in part would be hard to read beside that
  if (scene.grid.touching(left + PADDING, top + PADDING, right - PADDING, bottom - PADDING).some((over) => over > row)) {
    return;
  }
  if (closed) {
    drawSignedTitle(ctx, scene, look, row, left + 14, right - 14, (top + bottom) / 2, GROUP_FONT_SIZE);
    ctx.font = look.labels.font;
    return;
  }
  const {lines, direction} = labels[row];
  const rightToLeft = direction === 'rtl';
  const first = (top + bottom) / 2 - ((lines.length - 1) / 2) * LINE_HEIGHT;
  const signX = rightToLeft ? right - PADDING - SIGN_RADIUS : left + PADDING + SIGN_RADIUS;
  drawSign(ctx, status, signX, first, SIGN_RADIUS, set, look.labels.fontFamily);
  ctx.fillStyle = set.text;
  ctx.textAlign = 'start';
  ctx.direction = direction;
  const x = rightToLeft ? right - PADDING - SIGN_SPACE : left + PADDING + SIGN_SPACE;
  lines.forEach((line, at) => ctx.fillText(line, x, first + at * LINE_HEIGHT + FONT_SIZE * 0.35));
}
