import {isClear, ownOf} from './graph-route.nocache.js';
import {spreadStretches} from './graph-stretches.nocache.js';

/**
 * Sets lines apart that the search for ways laid on top of each other: first where they leave and enter boxes, then on their
 * stretches. A line that would meet a box then keeps the way that was found.
 */

const PORT_GAP = 10;
const PORT_INSET = 7;
const NEAR = 2.5;
const ASIDE = [5, -5, 10, -10];

/**
 * @param routes [{way, source, target}], with source and target as left, top, right, bottom; each gets a `line`
 * @param settled others, which keep their lines
 */
export function setApart(obstacles, routes, settled = []) {
  for (const route of routes) {
    route.line = Array.from(route.way);
  }
  spreadPorts(obstacles, routes);
  partEnds(obstacles, routes);
  for (const axis of [0, 1]) {
    spreadStretches(obstacles, routes, settled, axis);
  }
  for (const route of routes) {
    if (!isClear(obstacles, route.line, ownOf(route.source, route.target), 0.5)) {
      route.line = route.way;
    }
  }
}

/** Ends at the same side of the same box, in the order in which their lines turn away, so that they do not cross. */
function spreadPorts(obstacles, routes) {
  const sides = new Map();
  for (const route of routes) {
    const {way, source, target} = route;
    addEnd(sides, route, 0, 2, source);
    addEnd(sides, route, way.length - 2, -2, target);
  }
  sides.forEach((ends) => ends.forEach((side) => side.length > 1 && spreadSide(obstacles, side)));
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

function spreadSide(obstacles, ends) {
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
      moveEnd(obstacles, {route, at, step, along}, (box[along] + box[along + 2]) / 2 + offset);
    }
  });
}

/** Moves where a line meets a box, and its first stretch, unless that would meet another box; answers whether it did. */
function moveEnd(obstacles, {route, at, step, along}, place) {
  const {line, source, target} = route;
  const former = line[at + along];
  const move = (to) => (line[at + along] = line[at + step + along] = to);
  move(place);
  const [first, last] = [Math.min(at, at + 2 * step), Math.max(at, at + 2 * step)];
  if (isClear(obstacles, line.slice(first, last + 2), ownOf(source, target), 1)) {
    return true;
  }
  move(former);
  return false;
}

/** First and last stretches of lines at boxes that face each other: one that would run into another moves aside. */
function partEnds(obstacles, routes) {
  const ends = routes.flatMap((route) => {
    const last = route.line.length - 2;
    return [endOf(route, 0, 2, route.source), endOf(route, last, -2, route.target)];
  });
  ends.sort((a, b) => a.axis - b.axis || a.place() - b.place());
  ends.forEach((end, index) => {
    for (let before = index - 1; before >= 0 && meets(end, ends[before]); before--) {
      if (runsInto(end, ends[before])) {
        const free = (place) => moveEnd(obstacles, end, place) && !ends.some((other) => other !== end && runsInto(end, other));
        const former = end.place();
        if (end.route.line.length > 4 && !end.choices().some(free)) {
          moveEnd(obstacles, end, former);
        }
        return;
      }
    }
  });
}

function endOf(route, at, step, box) {
  const {line} = route;
  const axis = line[at] === line[at + step] ? 0 : 1;
  const place = () => line[at + axis];
  return {
    route, at, step, axis, along: axis, place,
    extent: () => [line[at + 1 - axis], line[at + step + 1 - axis]].sort((a, b) => a - b),
    choices: () => ASIDE.map((aside) => place() + aside)
      .filter((wanted) => wanted > box[axis] + PORT_INSET && wanted < box[axis + 2] - PORT_INSET),
  };
}

const meets = (a, b) => a.axis === b.axis && Math.abs(a.place() - b.place()) < NEAR;

function runsInto(a, b) {
  if (!meets(a, b) || a.route.source === b.route.source || a.route.target === b.route.target) {
    return false;
  }
  const [[least, most], [otherLeast, otherMost]] = [a.extent(), b.extent()];
  return Math.min(most, otherMost) - Math.max(least, otherLeast) > NEAR;
}
