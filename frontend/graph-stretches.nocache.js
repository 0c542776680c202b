/** Sets stretches of lines that share a channel apart, in the order in which their lines cross least. */

/** How far lines are apart where there is room, and where there is less. */
const GAPS = [7, 5.5, 4, 3, 2, 1.2, 0.6];
const CROWDED = 3;
const LANE = GAPS[0];
const BESIDE = 12;
/** A channel up to this wide is used from its middle. */
const NARROW = 90;
const REACH = 60;
const CLEAR = 4;
/** Before a box that a stretch runs towards. */
const CLEAR_AHEAD = 1.5;
const HEAD_ROOM = 13;

/**
 * @param settled routes whose stretches stay where they are
 * @param axis 0 for upright stretches, whose x is set; 1 for level ones
 */
export function spreadStretches(obstacles, routes, settled, axis) {
  const stretches = [
    ...routes.flatMap((route) => stretchesOf(route, axis, (at, isEnd) =>
      isEnd ? fixed(route, at, axis) : movable(obstacles, route, at, axis))),
    ...settled.flatMap((route) => stretchesOf(route, axis, (at) => fixed(route, at, axis))),
  ];
  stretches.sort((a, b) => a.place - b.place);
  for (const bundle of bundles(stretches)) {
    if (bundle.some(({isFixed}) => !isFixed)) {
      spreadBundle(bundle, axis);
    }
  }
}

function stretchesOf({line}, axis, make) {
  const found = [];
  for (let at = 0; at + 2 < line.length; at += 2) {
    if (line[at + axis] === line[at + 2 + axis] && line[at + 1 - axis] !== line[at + 3 - axis]) {
      found.push(make(at, at === 0 || at + 4 === line.length));
    }
  }
  return found;
}

/** A stretch whose place is settled, as that of one at a box is; others keep clear of it. */
function fixed(route, at, axis) {
  const place = route.line[at + axis];
  return {...basics(route, at, axis), isFixed: true, low: place, high: place};
}

function movable(obstacles, route, at, axis) {
  const found = basics(route, at, axis);
  const {place, least, most} = found;
  let low = place - REACH;
  let high = place + REACH;
  const area = axis === 0 ? [low, least - CLEAR_AHEAD, high, most + CLEAR_AHEAD]
    : [least - CLEAR_AHEAD, low, most + CLEAR_AHEAD, high];
  const isLast = at + 6 === route.line.length;
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
  return {...found, low, high, place: narrow ? (low + high) / 2 : place};
}

function basics(route, at, axis) {
  const {line} = route;
  const place = line[at + axis];
  const from = line[at + 1 - axis];
  const to = line[at + 3 - axis];
  // which way the line goes on at either end: -1 to smaller, 1 to larger coordinates, 0 if it ends there
  const begin = at === 0 ? 0 : Math.sign(line[at - 2 + axis] - place);
  const end = at + 4 === line.length ? 0 : Math.sign(line[at + 4 + axis] - place);
  return {
    route, at, place,
    least: Math.min(from, to),
    most: Math.max(from, to),
    ends: from < to ? [begin, end] : [end, begin],
  };
}

/** Stretches beside each other that would touch. */
function bundles(sorted) {
  const bundle = sorted.map((_, at) => at);
  const find = (at) => (bundle[at] === at ? at : (bundle[at] = find(bundle[at])));
  sorted.forEach((stretch, at) => {
    for (let before = at - 1; before >= 0 && stretch.place - sorted[before].place < BESIDE; before--) {
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
    const at = ordered.findIndex((other) => stretch.place - other.place < LANE && precedes(stretch, other));
    ordered.splice(at < 0 ? ordered.length : at, 0, stretch);
  }
  const before = ordered.map((stretch, at) =>
    ordered.slice(0, at).filter((other) => overlap(stretch, other) && !(stretch.isFixed && other.isFixed)));
  // where some have no room, the others still have
  const gap = GAPS.find((wanted) => limits(ordered, before, wanted)) ?? CROWDED;
  limits(ordered, before, gap);
  let lanes = 1;
  ordered.forEach((stretch, at) => {
    stretch.lane = before[at].reduce((lane, other) => Math.max(lane, other.lane + 1), 0);
    lanes = Math.max(lanes, stretch.lane + 1);
  });
  const movable = ordered.filter(({isFixed}) => !isFixed);
  const middle = movable.reduce((sum, {place}) => sum + place, 0) / movable.length;
  ordered.forEach((stretch, at) => {
    const wanted = lanes > 1 ? middle + (stretch.lane - (lanes - 1) / 2) * gap : stretch.place;
    const earliest = before[at].reduce((bound, other) => Math.max(bound, other.set + gap), stretch.low);
    stretch.set = stretch.isFixed ? stretch.place : Math.max(Math.min(Math.max(wanted, earliest), stretch.latest), stretch.low);
    stretch.route.line[stretch.at + axis] = stretch.set;
    stretch.route.line[stretch.at + 2 + axis] = stretch.set;
  });
}

/** The last places at which all can be so far apart from those after them; answers whether that is possible. */
function limits(ordered, before, gap) {
  const earliest = new Map();
  let possible = true;
  ordered.forEach((stretch, at) => {
    const bound = before[at].reduce((most, other) => Math.max(most, earliest.get(other) + gap), stretch.low);
    possible &&= bound <= stretch.high + 1e-6;
    earliest.set(stretch, Math.min(bound, stretch.high));
    stretch.latest = stretch.high;
  });
  for (let at = ordered.length - 1; at >= 0; at--) {
    for (const other of before[at]) {
      other.latest = Math.max(Math.min(other.latest, ordered[at].latest - gap), other.low);
    }
  }
  return possible;
}

const overlap = (a, b) => a.least < b.most + 3 && b.least < a.most + 3;

/** Whether a stretch has to lie before another one, or lines cross less if it does. */
function precedes(a, b) {
  if (!overlap(a, b)) {
    return false;
  }
  if (a.high < b.low || a.low > b.high) {
    return a.high < b.low;
  }
  return crossings(b, a) > crossings(a, b);
}

/** How often lines cross, or run into each other, if the stretch `low` lies before the stretch `high`. */
function crossings(low, high) {
  const ends = ({least, most, ends: [first, last]}) => [[first, least], [last, most]];
  let count = 0;
  for (const [lowWay, lowEnd] of ends(low)) {
    count += lowWay > 0 && lowEnd > high.least && lowEnd < high.most ? 1 : 0;
    for (const [highWay, highEnd] of ends(high)) {
      count += lowWay > 0 && highWay < 0 && Math.abs(lowEnd - highEnd) < LANE ? 2 : 0;
    }
  }
  for (const [way, end] of ends(high)) {
    count += way < 0 && end > low.least && end < low.most ? 1 : 0;
  }
  return count;
}
