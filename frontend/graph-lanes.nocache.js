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
 */
export function setApart(obstacles, routes) {
  for (const route of routes) {
    route.line = Array.from(route.way);
  }
  spreadPorts(routes);
  for (const axis of [0, 1]) {
    spreadStretches(obstacles, routes, axis);
  }
  for (const route of routes) {
    if (!isClear(obstacles, route.line, ownOf(route.source, route.target), 0.5)) {
      route.line = route.way;
    }
  }
}

/** Ends at the same side of the same box, in the order in which their lines turn away, so that they do not cross. */
function spreadPorts(routes) {
  const sides = new Map();
  for (const route of routes) {
    const {way, source, target} = route;
    addEnd(sides, route, 0, 2, source);
    addEnd(sides, route, way.length - 2, -2, target);
  }
  sides.forEach((ends) => ends.forEach((side) => side.length > 1 && spreadSide(side)));
}

function addEnd(sides, route, at, step, box) {
  const {way} = route;
  const axis = way[at] === box[0] || way[at] === box[2] ? 0 : 1;
  const side = way[at + axis] === box[axis] ? axis : axis + 2;
  if (!sides.has(box)) {
    sides.set(box, [[], [], [], []]);
  }
  sides.get(box)[side].push({route, at, step, along: 1 - axis, box, ...turn(way, at, step, axis, box)});
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

function spreadSide(ends) {
  const [{box, along}] = ends;
  ends.sort((a, b) => a.side - b.side || (a.side <= 0 ? a.far - b.far : b.far - a.far) || a.to - b.to);
  const size = box[along + 2] - box[along];
  const gap = Math.min(PORT_GAP, (size - 2 * PORT_INSET) / (ends.length - 1));
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
function spreadStretches(obstacles, routes, axis) {
  const stretches = [];
  for (const route of routes) {
    for (let at = 2; at + 4 < route.line.length; at += 2) {
      if (route.line[at + axis] === route.line[at + 2 + axis] && route.line[at + 1 - axis] !== route.line[at + 3 - axis]) {
        stretches.push(stretch(obstacles, route, at, axis));
      }
    }
  }
  stretches.sort((a, b) => a.place - b.place);
  for (const bundle of bundles(stretches)) {
    spreadBundle(bundle, axis);
  }
}

function stretch(obstacles, route, at, axis) {
  const {line} = route;
  const place = line[at + axis];
  const from = line[at + 1 - axis];
  const to = line[at + 3 - axis];
  const [least, most] = [Math.min(from, to), Math.max(from, to)];
  let low = place - REACH;
  let high = place + REACH;
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
  const narrow = high - low <= NARROW && low > place - REACH && high < place + REACH;
  // which way the line goes on at either end: -1 to smaller, 1 to larger coordinates
  const begin = Math.sign(line[at - 2 + axis] - place);
  const end = Math.sign(line[at + 4 + axis] - place);
  const ends = from < to ? [begin, end] : [end, begin];
  return {route, at, place: narrow ? (low + high) / 2 : place, low, high, least, most, ends};
}

/** Stretches beside each other that would touch. */
function bundles(sorted) {
  const bundle = sorted.map((_, at) => at);
  const find = (at) => (bundle[at] === at ? at : (bundle[at] = find(bundle[at])));
  sorted.forEach((stretch, at) => {
    for (let before = at - 1; before >= 0 && stretch.place - sorted[before].place < LANE; before--) {
      if (overlap(stretch, sorted[before])) {
        bundle[find(before)] = find(at);
      }
    }
  });
  const found = sorted.map(() => []);
  sorted.forEach((stretch, at) => found[find(at)].push(stretch));
  return found.filter((stretches) => stretches.length);
}

function spreadBundle(bundle, axis) {
  const ordered = [];
  for (const stretch of bundle) {
    const at = ordered.findIndex((other) => Math.abs(other.place - stretch.place) < LANE && precedes(stretch, other) > 0);
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
  const apart = lanes > 1 && high > low ? Math.min(LANE, (high - low) / (lanes - 1)) : LANE;
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
