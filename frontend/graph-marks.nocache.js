import {cornerOf, OVERVIEW_ZOOM} from './graph-draw.nocache.js';
import {handleOf, HANDLE_RADIUS, handlesOf} from './graph-hit.nocache.js';
import {drawLines} from './graph-lines.nocache.js';
import {HIDDEN} from './graph-scene.nocache.js';

/** What a person does now, drawn over the graph; none of it belongs into a picture of the graph. */

const RING = 2.5;
const RING_GAP = 3;

/** The rings around what is selected, handles, and the line or box that is being drawn. */
export function drawMarks(ctx, stage, {zoom, colors, extent, selected}) {
  const {scene, store, target, area, pull} = stage;
  const ringed = new Set(selected);
  if (zoom <= OVERVIEW_ZOOM) {
    // tasks are seen as their groups
    selected.forEach((row) => scene.block[store.parent[row]] && ringed.delete(row) && ringed.add(store.parent[row]));
  }
  ctx.strokeStyle = colors.selection;
  if (target !== undefined && store.group[target]) {
    tint(ctx, scene, target, colors);
  }
  for (const row of target === undefined ? ringed : [...ringed, target]) {
    ring(ctx, scene, row, zoom, extent);
  }
  handlesOf(stage).forEach((row) => drawHandle(ctx, handleOf(scene, row, zoom), zoom, colors));
  if (pull) {
    drawLines(ctx, [{line: pull}], {zoom, color: colors.selection, width: 2.25});
  }
  if (area) {
    const [left, top, right, bottom] = area;
    ctx.lineWidth = 1.5 / zoom;
    ctx.setLineDash([5 / zoom, 3 / zoom]);
    ctx.strokeRect(left, top, right - left, bottom - top);
    ctx.setLineDash([]);
  }
}

function ring(ctx, {box, kind}, row, zoom, extent) {
  const width = Math.max(RING, RING / zoom);
  const gap = RING_GAP + width / 2;
  const [left, top, right, bottom] = box.subarray(4 * row, 4 * row + 4);
  if (kind[row] === HIDDEN || left > extent[2] || right < extent[0] || top > extent[3] || bottom < extent[1]) {
    return;
  }
  ctx.lineWidth = width;
  ctx.beginPath();
  const corner = cornerOf(kind[row]) + gap;
  ctx.roundRect(left - gap, top - gap, right - left + 2 * gap, bottom - top + 2 * gap, corner);
  ctx.stroke();
}

/** Over a group that something would be put into. */
function tint(ctx, scene, row, {selection}) {
  const [left, top, right, bottom] = scene.boxOf(row);
  ctx.save();
  ctx.globalAlpha = 0.14;
  ctx.fillStyle = selection;
  ctx.beginPath();
  ctx.roundRect(left, top, right - left, bottom - top, cornerOf(scene.kind[row]));
  ctx.fill();
  ctx.restore();
}

/** A disc with an arrow, at the side where lines leave a task. */
function drawHandle(ctx, place, zoom, {selection, background}) {
  if (!place) {
    return;
  }
  const [x, y] = place;
  const unit = 1 / zoom;
  ctx.beginPath();
  ctx.arc(x, y, HANDLE_RADIUS * unit, 0, 2 * Math.PI);
  ctx.fillStyle = selection;
  ctx.fill();
  ctx.strokeStyle = background;
  ctx.lineWidth = 1.75 * unit;
  ctx.stroke();
  ctx.beginPath();
  ctx.moveTo(x - 4 * unit, y);
  ctx.lineTo(x + 4 * unit, y);
  ctx.moveTo(x + 1 * unit, y - 3 * unit);
  ctx.lineTo(x + 4 * unit, y);
  ctx.lineTo(x + 1 * unit, y + 3 * unit);
  ctx.stroke();
  ctx.strokeStyle = selection;
}
