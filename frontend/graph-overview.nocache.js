import {dashIf, dimmedColors} from './graph-filter.nocache.js';
import {CLOSED} from './graph-scene.nocache.js';
import {drawTitle, lookOf} from './graph-titles.nocache.js';

const FONT = 12;
const COUNT_FONT = 11;
const INSET = 5;
const BAR = 5;

/**
 * Draws the graph from far away: a group as one block with its title, how many of its tasks are done, and a bar of their statuses;
 * tasks in no such group as small boxes. Sizes are those on the screen.
 */
export function drawBlocks(ctx, scene, look, inView) {
  const {store, block} = scene;
  const critical = new Set([...look.criticalTasks].map((row) => store.parent[row]));
  for (let row = 0; row < scene.size; row++) {
    if (block[row] && inView(row)) {
      drawBlock(ctx, scene, look, row, critical.has(row));
    } else if (scene.isSolidInOverview(row) && inView(row)) {
      drawBox(ctx, scene, look, row);
    }
  }
}

function drawBox(ctx, scene, {zoom, colors, criticalTasks, dimmed}, row) {
  const {store, box, kind} = scene;
  const [left, top, right, bottom] = box.subarray(4 * row, 4 * row + 4);
  const set = dimmed.has(row) ? dimmedColors(scene, colors, row)
    : kind[row] === CLOSED ? {fill: colors.groupFill, border: colors.groupBorder}
    : colors.status[store.statuses[store.status[row]]];
  ctx.fillStyle = set.fill;
  ctx.strokeStyle = set.border;
  ctx.lineWidth = 1 / zoom;
  if (criticalTasks.has(row)) {
    ctx.strokeStyle = colors.critical;
    ctx.lineWidth = 3 / zoom;
  }
  ctx.fillRect(left, top, right - left, bottom - top);
  dashIf(ctx, dimmed.has(row), zoom, () => ctx.strokeRect(left, top, right - left, bottom - top));
}

function drawBlock(ctx, scene, plain, row, critical) {
  const look = lookOf(plain, row);
  const dimmed = look.dimmed.has(row);
  const {zoom, colors, labels} = look;
  const [left, top, right, bottom] = scene.box.subarray(4 * row, 4 * row + 4);
  const unit = 1 / zoom;
  ctx.fillStyle = colors.groupFill;
  ctx.strokeStyle = critical ? colors.critical : dimmed ? colors.dimmedBorder : colors.groupBorder;
  ctx.lineWidth = critical ? 3 * unit : unit;
  ctx.beginPath();
  ctx.roundRect(left, top, right - left, bottom - top, 4 * unit);
  ctx.fill();
  dashIf(ctx, dimmed, zoom, () => ctx.stroke());
  const width = (right - left) * zoom - 2 * INSET;
  const height = (bottom - top) * zoom;
  if (width < 8 || height < 8) {
    return;
  }
  statusBar(ctx, scene, look, row, left + INSET * unit, bottom - (INSET + BAR) * unit, width * unit);
  const room = height - BAR - INSET;
  const withTitle = width > 40 && room > FONT + 3;
  if (withTitle) {
    const baseline = top + (INSET + FONT * 0.75) * unit;
    drawTitle(ctx, look, scene.labels[row], left + INSET * unit, right - INSET * unit, baseline, FONT * unit);
  }
  const counts = scene.counts[row];
  const done = counts[scene.store.statuses.indexOf('done')] ?? 0;
  const text = `${done}/${counts.reduce((all, one) => all + one, 0)}`;
  if (width > text.length * 7 && room > COUNT_FONT + 4 + (withTitle ? FONT + 4 : 0)) {
    ctx.font = `500 ${COUNT_FONT * unit}px ${labels.fontFamily}`;
    ctx.fillStyle = colors.groupText;
    ctx.textAlign = 'left';
    ctx.direction = 'ltr';
    ctx.fillText(text, left + INSET * unit, top + (INSET + COUNT_FONT * 0.75 + (withTitle ? FONT + 4 : 0)) * unit);
  }
}

/** How many tasks of each status there are, as lengths; what is planned is only framed. */
function statusBar(ctx, scene, {zoom, colors, dimmed}, row, left, top, width) {
  const counts = scene.counts[row];
  const all = counts.reduce((sum, count) => sum + count, 0) || 1;
  let at = left;
  const {statuses} = scene.store;
  // what is done comes first, as in any bar of progress
  for (let status = statuses.length - 1; status >= 0; status--) {
    const length = (width * (counts[status] ?? 0)) / all;
    if (statuses[status] !== 'planned') {
      ctx.fillStyle = dimmed.has(row) ? colors.dimmedBorder : colors.status[statuses[status]].border;
      ctx.fillRect(at, top, Math.max(length - 1 / zoom, 0), BAR / zoom);
    }
    at += length;
  }
  ctx.strokeStyle = colors.groupBorder;
  ctx.lineWidth = 1 / zoom;
  ctx.strokeRect(left, top, width, BAR / zoom);
}
