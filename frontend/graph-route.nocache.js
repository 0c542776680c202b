import {CLEAR, Search} from './graph-search.nocache.js';

/**
 * Finds the way of one line between two boxes, around all others: the channels beside the boxes nearby make a sparse grid, and A*
 * searches it for the shortest way with few bends. Knows nothing of the page, so that a worker can use it.
 */

/** What it costs to leave or enter at another side than the usual one. */
const ACROSS = 60;
const BACKWARDS = 150;
const STRAIGHT_INSET = 8;

/** Wider searches follow where a narrower one finds nothing. */
const SEARCHES = [
  {pad: 120, lines: 32, margin: 1},
  {pad: 500, lines: 64, margin: 1},
  {pad: 1500, lines: 120, margin: 0.35},
  {pad: 6000, lines: 240, margin: 0.35},
];

/**
 * The way from one box to another as x, y, x, y; undefined if there is none.
 *
 * @param obstacles a Grid of boxes
 * @param source left, top, right, bottom
 * @param margin how far lines stay from boxes where there is room
 */
export function findWay(obstacles, source, target, margin) {
  const straight = straightWay(obstacles, source, target);
  if (straight) {
    return straight;
  }
  for (const search of SEARCHES) {
    const way = searchWay(obstacles, source, target, search.pad, search.lines, margin * search.margin);
    if (way) {
      return way;
    }
  }
  return undefined;
}

/** Whether a line from corner to corner meets no obstacle but those that are given. */
export function isClear(obstacles, way, isOwn, clear = CLEAR - 0.5) {
  for (let at = 2; at < way.length; at += 2) {
    const left = Math.min(way[at - 2], way[at]) - clear;
    const top = Math.min(way[at - 1], way[at + 1]) - clear;
    const right = Math.max(way[at - 2], way[at]) + clear;
    const bottom = Math.max(way[at - 1], way[at + 1]) + clear;
    if (obstacles.touching(left, top, right, bottom).some((number) => !isOwn(obstacles.box(number)))) {
      return false;
    }
  }
  return true;
}

/** Whether two boxes are the same place. */
export function same(a, b) {
  return a[0] === b[0] && a[1] === b[1] && a[2] === b[2] && a[3] === b[3];
}

const contains = (outer, inner) =>
  inner[0] >= outer[0] && inner[1] >= outer[1] && inner[2] <= outer[2] && inner[3] <= outer[3];

/** What is no obstacle to a line: its own ends, and what is in them if they are groups. */
export function ownOf(source, target) {
  return (box) => contains(source, box) || contains(target, box);
}

function straightWay(obstacles, source, target) {
  const level = between(source[1], source[3], target[1], target[3]);
  const plumb = between(source[0], source[2], target[0], target[2]);
  const way = level !== undefined && target[0] - source[2] > 1 ? [source[2], level, target[0], level]
    : plumb !== undefined && target[1] - source[3] > 1 ? [plumb, source[3], plumb, target[1]]
    : undefined;
  return way && isClear(obstacles, way, ownOf(source, target)) ? way : undefined;
}

/** A coordinate on both sides, in the middle of what they share, if the middles are not far apart. */
function between(from1, to1, from2, to2) {
  const apart = Math.abs(from1 + to1 - from2 - to2) / 2;
  const reach = Math.min(to1 - from1, to2 - from2) / 2 - STRAIGHT_INSET;
  return apart <= Math.min(reach, 24) ? (from1 + to1 + from2 + to2) / 4 : undefined;
}

/** The places where a line may leave a box: at the middle of each side, a little off it. */
function ports(obstacles, box, isOwn, margin, usual) {
  const [left, top, right, bottom] = box;
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  return [[right, y, 1, 0], [x, bottom, 0, 1], [x, top, 0, -1], [left, y, -1, 0]].map(([portX, portY, outX, outY]) => {
    const farX = portX + outX * 2 * margin;
    const farY = portY + outY * 2 * margin;
    let free = 2 * margin;
    for (const number of obstacles.touching(
      Math.min(portX, farX) - CLEAR, Math.min(portY, farY) - CLEAR,
      Math.max(portX, farX) + CLEAR, Math.max(portY, farY) + CLEAR,
    )) {
      const other = obstacles.box(number);
      if (!same(other, box) && !contains(box, other)) {
        const gap = outX > 0 ? other[0] - portX : outX < 0 ? portX - other[2] : outY > 0 ? other[1] - portY : portY - other[3];
        free = Math.min(free, gap);
      }
    }
    const out = Math.round(Math.min(margin, free / 2) * 2) / 2;
    return {
      x: portX, y: portY, stubX: portX + outX * out, stubY: portY + outY * out,
      upright: outX === 0 ? 1 : 0,
      usable: free > CLEAR,
      cost: outX === usual ? 0 : outX === 0 ? ACROSS : BACKWARDS,
    };
  }).filter(({usable}) => usable);
}

function searchWay(obstacles, source, target, pad, most, margin) {
  const window = [
    Math.min(source[0], target[0]) - pad, Math.min(source[1], target[1]) - pad,
    Math.max(source[2], target[2]) + pad, Math.max(source[3], target[3]) + pad,
  ];
  const isOwn = ownOf(source, target);
  const boxes = obstacles.touching(...window).map((number) => obstacles.box(number)).filter((box) => !isOwn(box));
  boxes.push(source, target);
  const starts = ports(obstacles, source, isOwn, margin, 1);
  const ends = ports(obstacles, target, isOwn, margin, -1);
  const needed = [...starts, ...ends];
  const xs = channels(boxes, 0, margin, needed.map(({stubX}) => stubX), window, most);
  const ys = channels(boxes, 1, margin, needed.map(({stubY}) => stubY), window, most);
  return new Search(xs, ys, boxes).find(starts, ends, target);
}

/** The coordinates of the channels beside boxes: those near the ends, and of the others at most so many. */
function channels(boxes, axis, margin, needed, window, most) {
  const all = new Set();
  for (const box of boxes) {
    all.add(Math.round(box[axis] - margin));
    all.add(Math.round(box[axis + 2] + margin));
  }
  let found = [...all].filter((value) => value > window[axis] && value < window[axis + 2]);
  if (found.length > most) {
    const near = Math.floor(most / 2);
    const ranked = found
      .map((value) => [needed.reduce((least, end) => Math.min(least, Math.abs(end - value)), Infinity), value])
      .sort((a, b) => a[0] - b[0])
      .map(([, value]) => value);
    const far = ranked.slice(near).sort((a, b) => a - b);
    const step = far.length / (most - near);
    found = [...ranked.slice(0, near), ...Array.from({length: most - near}, (_, at) => far[Math.floor(at * step)])];
  }
  return Float64Array.from(new Set([...found, ...needed])).sort();
}
