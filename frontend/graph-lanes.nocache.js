import {isClear, ownOf} from './graph-route.nocache.js';

/**
 * Sets lines apart that the search for ways laid on top of each other: first where they leave and enter boxes, then on their
 * stretches. A line that would meet a box then keeps the way that was found.
 */

const PORT_GAP = 10;
const PORT_INSET = 7;
const LANE = 7;
/** A channel up to this wide is used from its middle. */
const NARROW = 90;
const REACH = 60;
const CLEAR = 4;
const HEAD_ROOM = 13;

/**
 * @param routes [{way, source, target}], with source and target as left, top, right, bottom; each gets a `line`
 * @param scale how much farther than usual lines are apart
 */
export function setApart(obstacles, routes, scale = 1) {
  for (const route of routes) {
    route.line = Array.from(route.way);
  }
  spreadPorts(routes, scale);
  for (const axis of [0, 1]) {
    spreadStretches(obstacles, routes, axis, scale);
  }
  for (const route of routes) {
    if (!isClear(obstacles, route.line, ownOf(route.source, route.target), 0.5)) {
      route.line = route.way;
    }
  }
}

/** Ends at the same side of the same box, in the order in which their lines turn away, so that they do not cross. */
function spreadPorts(routes, scale) {
  const sides = new Map();
  for (const route of routes) {
    const {way} = route;
    const last = way.length - 2;
    for (const [at, step, box] of [[0, 2, route.source], [last, -2, route.target]]) {
      // 1: the line leaves the box upright, so its ends are set apart from left to right
      const axis = way[at] === box[0] || way[at] === box[2] ? 0 : 1;
      const key = `${box.join()} ${axis} ${way[at + axis]}`;
      const end = {route, at, step, along: 1 - axis, axis, box, ...turn(way, at, step, axis, box)};
      sides.set(key, [...(sides.get(key) ?? []), end]);
    }
  }
  for (const ends of sides.values()) {
    if (ends.length > 1) {
      spreadSide(ends, scale);
    }
  }
}

/** Where a line turns first: to which side, how far from the box, and to where. */
function turn(way, at, step, axis, box) {
  const second = at + step;
  const third = second + step;
  const straight = way.length < 6;
  const to = straight ? way[at + 1 - axis] : way[third + 1 - axis];
  return {
    side: straight ? 0 : Math.sign(to - way[at + 1 - axis]),
    far: Math.abs(way[second + axis] - way[at + axis]),
    to,
    offset: way[at + 1 - axis] - (box[1 - axis] + box[3 - axis]) / 2,
  };
}

function spreadSide(ends, scale) {
  const [{box, along}] = ends;
  ends.sort((a, b) => a.side - b.side || (a.side <= 0 ? a.far - b.far : b.far - a.far) || a.to - b.to);
  const size = box[along + 2] - box[along];
  const gap = Math.min(PORT_GAP * scale, (size - 2 * PORT_INSET) / (ends.length - 1));
  const straight = ends.findIndex(({side}) => side === 0);
  const base = straight >= 0 ? straight : (ends.length - 1) / 2;
  const zero = straight >= 0 ? ends[straight].offset : 0;
  ends.forEach(({route, at, step, side}, rank) => {
    if (side !== 0) {
      const most = size / 2 - PORT_INSET / 2;
      const offset = Math.min(Math.max(zero + (rank - base) * gap, -most), most);
      const place = (box[along] + box[along + 2]) / 2 + offset;
      route.line[at + along] = place;
      route.line[at + step + along] = place;
    }
  });
}

/** The inner stretches of one direction: 0 for upright ones, whose x is set, 1 for level ones. */
function spreadStretches(obstacles, routes, axis, scale) {
  const stretches = [];
  for (const route of routes) {
    for (let at = 2; at + 4 < route.line.length; at += 2) {
      if (route.line[at + axis] === route.line[at + 2 + axis] && route.line[at + 1 - axis] !== route.line[at + 3 - axis]) {
        stretches.push(stretch(obstacles, route, at, axis, scale));
      }
    }
  }
  stretches.sort((a, b) => a.place - b.place);
  for (const bundle of bundles(stretches, LANE * scale)) {
    spreadBundle(bundle, axis, LANE * scale);
  }
}

function stretch(obstacles, route, at, axis, scale) {
  const {line} = route;
  const place = line[at + axis];
  const from = line[at + 1 - axis];
  const to = line[at + 3 - axis];
  const [least, most] = [Math.min(from, to), Math.max(from, to)];
  const reach = REACH * scale;
  let low = place - reach;
  let high = place + reach;
  const area = axis === 0 ? [low, least - CLEAR, high, most + CLEAR] : [least - CLEAR, low, most + CLEAR, high];
  const isLast = at + 6 === line.length;
  for (const number of obstacles.touching(...area)) {
    const box = obstacles.box(number);
    const clear = isLast && box[0] === route.target[0] && box[1] === route.target[1] ? HEAD_ROOM : CLEAR;
    if (box[axis + 2] <= place) {
      low = Math.max(low, Math.min(box[axis + 2] + clear, place));
    } else if (box[axis] >= place) {
      high = Math.min(high, Math.max(box[axis] - clear, place));
    } else {
      low = high = place;
    }
  }
  const narrow = high - low <= NARROW * scale && low > place - reach && high < place + reach;
  // which way the line goes on at either end: -1 to smaller, 1 to larger coordinates
  const begin = Math.sign(line[at - 2 + axis] - place);
  const end = Math.sign(line[at + 4 + axis] - place);
  const ends = from < to ? [begin, end] : [end, begin];
  return {route, at, place: narrow ? (low + high) / 2 : place, low, high, least, most, ends};
}

/** Stretches beside each other that would touch. */
function bundles(sorted, gap) {
  const bundle = sorted.map((_, at) => at);
  const find = (at) => (bundle[at] === at ? at : (bundle[at] = find(bundle[at])));
  sorted.forEach((stretch, at) => {
    for (let before = at - 1; before >= 0 && stretch.place - sorted[before].place < gap; before--) {
      if (overlap(stretch, sorted[before])) {
        bundle[find(before)] = find(at);
      }
    }
  });
  const found = new Map();
  sorted.forEach((stretch, at) => {
    const key = find(at);
    found.set(key, [...(found.get(key) ?? []), stretch]);
  });
  return found.values();
}

function spreadBundle(bundle, axis, gap) {
  const ordered = [];
  for (const stretch of bundle) {
    const at = ordered.findIndex((other) => Math.abs(other.place - stretch.place) < gap && precedes(stretch, other) > 0);
    ordered.splice(at < 0 ? ordered.length : at, 0, stretch);
  }
  let lanes = 0;
  ordered.forEach((stretch, at) => {
    stretch.lane = ordered.slice(0, at).reduce(
      (lane, before) => (overlap(stretch, before) ? Math.max(lane, before.lane + 1) : lane), 0);
    lanes = Math.max(lanes, stretch.lane + 1);
  });
  const low = Math.max(...bundle.map((stretch) => stretch.low));
  const high = Math.min(...bundle.map((stretch) => stretch.high));
  const apart = lanes > 1 && high > low ? Math.min(gap, (high - low) / (lanes - 1)) : gap;
  const mean = bundle.reduce((sum, stretch) => sum + stretch.place, 0) / bundle.length;
  const half = ((lanes - 1) * apart) / 2;
  const middle = high - low >= 2 * half ? Math.min(Math.max(mean, low + half), high - half) : mean;
  for (const {route, at, lane, low: least, high: most} of ordered) {
    const place = Math.min(Math.max(middle - half + lane * apart, least), most);
    route.line[at + axis] = place;
    route.line[at + 2 + axis] = place;
  }
}

const overlap = (a, b) => a.least < b.most + 3 && b.least < a.most + 3;

/** How many crossings it saves to put one stretch before another. */
function precedes(a, b) {
  return crossings(b, a) - crossings(a, b);
}

/** How often lines cross if the stretch `low` lies before the stretch `high`. */
function crossings(low, high) {
  const within = (value, other) => value > other.least && value < other.most;
  return (
    (low.ends[0] > 0 && within(low.least, high) ? 1 : 0) +
    (low.ends[1] > 0 && within(low.most, high) ? 1 : 0) +
    (high.ends[0] < 0 && within(high.least, low) ? 1 : 0) +
    (high.ends[1] < 0 && within(high.most, low) ? 1 : 0)
  );
}
