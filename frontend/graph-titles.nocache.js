import {dimmedColors} from './graph-filter.nocache.js';
import {GROUP_FONT_SIZE, GROUP_SIGN_SPACE} from './graph-labels.nocache.js';
import {FRAME_TOP, LARGEST_TITLE} from './graph-scene.nocache.js';
import {drawSign} from './graph-signs.nocache.js';
import {statusOf} from './graph-status.nocache.js';

/** The smallest text of a title on the screen, in pixels. */
const LEAST_FONT = 11.5;
const INSET = 16;
const SHORTEST = 46;

/**
 * Draws the titles of frames, each only where it meets no other. They grow as the view gets smaller; where tasks have no text,
 * they stand on a ground of their own.
 */
export function drawTitles(ctx, scene, look, rows, withTasks) {
  const {zoom, colors} = look;
  const size = withTasks
    ? Math.min(Math.max(GROUP_FONT_SIZE, LEAST_FONT / zoom), GROUP_FONT_SIZE * LARGEST_TITLE)
    : LEAST_FONT / zoom;
  const height = Math.max(size * 1.35, FRAME_TOP - 8);
  const taken = [];
  for (const row of rows) {
    const label = scene.labels[row];
    const [left, top, right] = scene.box.subarray(4 * row, 4 * row + 3);
    const needed = ((label.width + GROUP_SIGN_SPACE) * size) / GROUP_FONT_SIZE;
    const width = Math.min(needed, right - left - 2 * INSET);
    const start = label.direction === 'rtl' ? right - INSET - width : left + INSET;
    // grows upwards, over the border rather than over tasks
    const bottom = top + FRAME_TOP - 4;
    const plate = [start - 4, bottom - height, start + width + 4, bottom];
    const covered = withTasks && scene.grid.touching(start, bottom - height + 2, start + width, bottom).length > 0;
    if (covered || taken.some((other) => overlap(plate, other)) || (width < needed && width * zoom < SHORTEST)) {
      continue;
    }
    taken.push(plate);
    if (!withTasks) {
      ctx.fillStyle = colors.groupFill;
      ctx.fillRect(plate[0], plate[1], plate[2] - plate[0], height);
    }
    drawSignedTitle(ctx, scene, look, row, left + INSET, right - INSET, bottom - height / 2, size);
  }
}

/** Draws the title of a group with the sign of its status before it; a group without tasks has none. */
export function drawSignedTitle(ctx, scene, look, row, left, right, middle, size) {
  const label = scene.labels[row];
  const status = statusOf(scene, row);
  const space = status ? (GROUP_SIGN_SPACE * size) / GROUP_FONT_SIZE : 0;
  const rightToLeft = label.direction === 'rtl';
  if (status) {
    const radius = size * 0.45;
    const x = rightToLeft ? right - radius : left + radius;
    const set = look.dimmed.has(row) ? dimmedColors(scene, look.colors, row) : look.colors.status[status];
    drawSign(ctx, status, x, middle, radius, set, look.labels.fontFamily);
  }
  const baseline = middle + size * 0.35;
  drawTitle(ctx, lookOf(look, row), label, rightToLeft ? left : left + space, rightToLeft ? right - space : right, baseline, size);
}

/** How the title of a row is drawn. */
export function lookOf(look, row) {
  const {colors, dimmed} = look;
  return dimmed.has(row) ? {...look, colors: {...colors, groupText: colors.dimmedText}} : look;
}

/** Draws the title of a group on one line, cut where it has no room. */
export function drawTitle(ctx, {labels, colors}, {text, width, direction}, left, right, baseline, size) {
  const room = right - left;
  const needed = (width * size) / GROUP_FONT_SIZE;
  ctx.font = labels.groupFont(size);
  ctx.fillStyle = colors.groupText;
  ctx.textAlign = 'start';
  ctx.direction = direction;
  ctx.fillText(needed <= room ? text : cut(text, room / needed), direction === 'rtl' ? right : left, baseline);
}

function cut(text, part) {
  const letters = [...text];
  return `${letters.slice(0, Math.max(Math.floor(letters.length * part) - 2, 1)).join('').trimEnd()}…`;
}

function overlap(a, b) {
  return a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];
}
