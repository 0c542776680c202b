/** Draws the links: their lines with rounded corners, and the heads of their arrows. */

const CORNER = 8;
const HEAD = 9;
// many short paths are painted faster than one long one
const LINKS_A_PATH = 48;

/**
 * The points of a link's line: x, y, x, y. Where its ends have moved since the router answered, the first and the last stretch
 * follow them; without an answer it is a straight line from border to border.
 */
export function lineOf({box}, link) {
  const {route, ends} = link;
  const [source, target] = [4 * link.source, 4 * link.target];
  const sourceX = (box[source] + box[source + 2]) / 2;
  const sourceY = (box[source + 1] + box[source + 3]) / 2;
  const targetX = (box[target] + box[target + 2]) / 2;
  const targetY = (box[target + 1] + box[target + 3]) / 2;
  if (!route) {
    return [...towards(box, source, targetX, targetY), ...towards(box, target, sourceX, sourceY)];
  }
  if (sourceX === ends[0] && sourceY === ends[1] && targetX === ends[2] && targetY === ends[3]) {
    return route;
  }
  const moved = [sourceX - ends[0], sourceY - ends[1], targetX - ends[2], targetY - ends[3]];
  if (moved[0] === moved[2] && moved[1] === moved[3]) {
    return route.map((value, at) => value + moved[at % 2]);
  }
  if (route.length < 8) {
    return stretchedShort(route, moved);
  }
  const points = Array.from(route);
  stretch(points, 0, 2, moved[0], moved[1]);
  stretch(points, points.length - 2, points.length - 4, moved[2], moved[3]);
  return points;
}

/** Moves an end, and the next corner across the direction of the stretch between them, which keeps its right angles. */
function stretch(points, end, next, x, y) {
  const horizontal = Math.abs(points[end + 1] - points[next + 1]) < 0.01;
  points[end] += x;
  points[end + 1] += y;
  if (horizontal) {
    points[next + 1] += y;
  } else {
    points[next] += x;
  }
}

function stretchedShort(route, [sourceX, sourceY, targetX, targetY]) {
  const last = route.length - 2;
  const [x1, y1] = [route[0] + sourceX, route[1] + sourceY];
  const [x2, y2] = [route[last] + targetX, route[last + 1] + targetY];
  const horizontal = Math.abs(route[1] - route[3]) < 0.01;
  if (route.length === 6) {
    return horizontal ? [x1, y1, x2, y1, x2, y2] : [x1, y1, x1, y2, x2, y2];
  }
  const [middleX, middleY] = [(x1 + x2) / 2, (y1 + y2) / 2];
  return horizontal
    ? [x1, y1, middleX, y1, middleX, y2, x2, y2]
    : [x1, y1, x1, middleY, x2, middleY, x2, y2];
}

/** Where a straight line from the middle of a box to a point leaves the box. */
function towards(box, at, x, y) {
  const [left, top, right, bottom] = box.subarray(at, at + 4);
  const [middleX, middleY] = [(left + right) / 2, (top + bottom) / 2];
  const part = Math.min(
    (right - left) / 2 / Math.abs(x - middleX || 1e-9),
    (bottom - top) / 2 / Math.abs(y - middleY || 1e-9),
    1,
  );
  return [middleX + (x - middleX) * part, middleY + (y - middleY) * part];
}

/** The lines of those links that come into view, each with its link. */
export function linesInView(scene, links, [left, top, right, bottom]) {
  const seen = [];
  for (const link of links) {
    const line = lineOf(scene, link);
    let outside = 15;
    for (let at = 0; at < line.length && outside; at += 2) {
      const [x, y] = [line[at], line[at + 1]];
      outside &= (x < left ? 1 : 0) | (x > right ? 2 : 0) | (y < top ? 4 : 0) | (y > bottom ? 8 : 0);
    }
    if (!outside) {
      seen.push({link, line});
    }
  }
  return seen;
}

/**
 * Draws lines in one style.
 *
 * @param width of the line at zoom 1
 * @param dashes how long they and the gaps are at zoom 1
 */
export function drawLines(ctx, lines, {zoom, color, width, dashes = [], round = false}) {
  ctx.strokeStyle = color;
  ctx.fillStyle = color;
  ctx.lineWidth = Math.max(width, width / 1.5 / zoom);
  ctx.setLineDash(dashes.map((part) => part * Math.max(1, 0.6 / zoom)));
  const head = zoom > 0.2 ? Math.min(Math.max(HEAD, 5 / zoom), 18) + width : 0;
  for (let from = 0; from < lines.length; from += LINKS_A_PATH) {
    const part = lines.slice(from, from + LINKS_A_PATH);
    ctx.beginPath();
    part.forEach(({line}) => trace(ctx, line, round ? CORNER : 0, head * 0.7));
    ctx.stroke();
    if (head) {
      ctx.beginPath();
      part.forEach(({line}) => arrowHead(ctx, line, head));
      ctx.fill();
    }
  }
  ctx.setLineDash([]);
}

function trace(ctx, line, corner, shortened) {
  const last = line.length - 2;
  const [endX, endY] = before(line, shortened);
  ctx.moveTo(line[0], line[1]);
  for (let at = 2; at < last; at += 2) {
    const [x, y] = [line[at], line[at + 1]];
    if (!corner) {
      ctx.lineTo(x, y);
      continue;
    }
    const [fromX, fromY] = [line[at - 2], line[at - 1]];
    const [toX, toY] = [line[at + 2], line[at + 3]];
    const into = Math.abs(fromX - x) + Math.abs(fromY - y);
    const out = Math.abs(toX - x) + Math.abs(toY - y);
    const radius = Math.min(corner, into / 2, out / 2);
    ctx.lineTo(x + Math.sign(fromX - x) * radius, y + Math.sign(fromY - y) * radius);
    ctx.quadraticCurveTo(x, y, x + Math.sign(toX - x) * radius, y + Math.sign(toY - y) * radius);
  }
  ctx.lineTo(endX, endY);
}

/** A point on the last stretch, a little before its end. */
function before(line, distance) {
  const last = line.length - 2;
  const [x, y] = [line[last], line[last + 1]];
  const [fromX, fromY] = [x - line[last - 2], y - line[last - 1]];
  const length = Math.hypot(fromX, fromY) || 1;
  const part = Math.min(distance / length, 1);
  return [x - fromX * part, y - fromY * part];
}

function arrowHead(ctx, line, size) {
  const last = line.length - 2;
  const [x, y] = [line[last], line[last + 1]];
  const angle = Math.atan2(y - line[last - 1], x - line[last - 2]);
  const [back, side] = [Math.cos(angle) * size, Math.sin(angle) * size];
  ctx.moveTo(x, y);
  ctx.lineTo(x - back + side * 0.42, y - side - back * 0.42);
  ctx.lineTo(x - back - side * 0.42, y - side + back * 0.42);
  ctx.closePath();
}
