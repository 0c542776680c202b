import {isClear, ownOf} from './graph-route.nocache.js';
import {spreadStretches} from './graph-stretches.nocache.js';

/**
 * Sets lines apart that the search for ways laid on top of each other: first where they leave and enter boxes, then on their
 * stretches. A line that would meet a box then keeps the way that was found.
 */

const PORT_GAP = 10;
const PORT_INSET = 7;

/**
 * @param routes [{way, source, target}], with source and target as left, top, right, bottom; each gets a `line`
 */
export function setApart(obstacles, routes) {
  for (const route of routes) {
    route.line = Array.from(route.way);
  }
  spreadPorts(obstacles, routes);
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
      const former = route.line[at + along];
      const move = (place) => (route.line[at + along] = route.line[at + step + along] = place);
      move((box[along] + box[along + 2]) / 2 + offset);
      const [first, last] = [Math.min(at, at + 2 * step), Math.max(at, at + 2 * step)];
      if (!isClear(obstacles, route.line.slice(first, last + 2), ownOf(route.source, route.target), 1)) {
        move(former);
      }
    }
  });
}
