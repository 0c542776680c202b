/** Lines keep this far from boxes at least. */
export const CLEAR = 2;

/** A bend is worth a detour of so many pixels. */
const BEND = 50;

/** A search over the crossings of channels; a state is a crossing and whether one came to it upright. */
export class Search {
  constructor(xs, ys, boxes) {
    Object.assign(this, {xs, ys, columns: xs.length, rows: ys.length});
    this.level = new Uint8Array(this.columns * this.rows);
    this.upright = new Uint8Array(this.columns * this.rows);
    boxes.forEach((box) => this.#block(box));
  }

  #block([left, top, right, bottom]) {
    const {xs, ys, columns} = this;
    const [x1, x2] = [after(xs, left - CLEAR), after(xs, right + CLEAR - 1e-6)];
    const [y1, y2] = [after(ys, top - CLEAR), after(ys, bottom + CLEAR - 1e-6)];
    for (let row = y1; row < y2; row++) {
      this.level.fill(1, row * columns + Math.max(x1 - 1, 0), row * columns + x2);
    }
    for (let row = Math.max(y1 - 1, 0); row < y2; row++) {
      this.upright.fill(1, row * columns + x1, row * columns + x2);
    }
  }

  find(starts, ends, target) {
    const {xs, ys, columns, rows} = this;
    const size = columns * rows * 2;
    const cost = new Float64Array(size + 1).fill(Infinity);
    const from = new Int32Array(size + 1).fill(-1);
    const heap = new Heap();
    const rest = (x, y) => Math.max(target[0] - x, x - target[2], 0) + Math.max(target[1] - y, y - target[3], 0);
    const cell = (port) => after(ys, port.stubY - 1e-6) * columns + after(xs, port.stubX - 1e-6);
    const reach = (state, total, before, estimate) => {
      if (total < cost[state]) {
        cost[state] = total;
        from[state] = before;
        heap.push(total + estimate, state);
      }
    };
    const startAt = new Map(starts.map((port) => [cell(port) * 2 + port.upright, port]));
    const endAt = new Map(ends.map((port) => [cell(port), port]));
    startAt.forEach((port, state) => reach(state, port.cost, -1, rest(port.stubX, port.stubY)));
    for (let state = heap.pop(); state !== undefined && state !== size; state = heap.pop()) {
      const at = state >> 1;
      const upright = state & 1;
      const column = at % columns;
      const row = (at - column) / columns;
      const end = endAt.get(at);
      if (end) {
        reach(size, cost[state] + end.cost + (end.upright === upright ? 0 : BEND), state, 0);
      }
      const go = (next, length, turned) => {
        const x = xs[next % columns];
        const y = ys[Math.floor(next / columns)];
        reach(next * 2 + turned, cost[state] + length + (turned === upright ? 0 : BEND), state, rest(x, y));
      };
      if (column + 1 < columns && !this.level[at]) go(at + 1, xs[column + 1] - xs[column], 0);
      if (column > 0 && !this.level[at - 1]) go(at - 1, xs[column] - xs[column - 1], 0);
      if (row + 1 < rows && !this.upright[at]) go(at + columns, ys[row + 1] - ys[row], 1);
      if (row > 0 && !this.upright[at - columns]) go(at - columns, ys[row] - ys[row - 1], 1);
    }
    return from[size] < 0 ? undefined : this.#way(from, size, startAt, endAt);
  }

  #way(from, size, startAt, endAt) {
    const {xs, ys, columns} = this;
    const cells = [];
    let state = from[size];
    for (let at = state; at >= 0; at = from[at]) {
      state = at;
      cells.push(at >> 1);
    }
    const end = endAt.get(cells[0]);
    const start = startAt.get(state);
    const points = cells.reverse().map((at) => [xs[at % columns], ys[Math.floor(at / columns)]]);
    return corners([[start.x, start.y], ...points, [end.x, end.y]]);
  }
}

/** Without the points on straight stretches. */
function corners(points) {
  const kept = [points[0]];
  for (let at = 1; at < points.length - 1; at++) {
    const [beforeX, beforeY] = kept.at(-1);
    const [x, y] = points[at];
    const [nextX, nextY] = points[at + 1];
    const onWay = (beforeX === x && x === nextX) || (beforeY === y && y === nextY);
    if (!onWay && (beforeX !== x || beforeY !== y)) {
      kept.push(points[at]);
    }
  }
  return [...kept, points.at(-1)].flat();
}

/** The index of the first value above a bound, in sorted values. */
function after(values, bound) {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle] > bound) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}

/** The state with the least key comes out first. */
class Heap {
  #keys = [];
  #states = [];

  push(key, state) {
    let at = this.#keys.length;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.#keys[parent] <= key) {
        break;
      }
      this.#keys[at] = this.#keys[parent];
      this.#states[at] = this.#states[parent];
      at = parent;
    }
    this.#keys[at] = key;
    this.#states[at] = state;
  }

  pop() {
    const first = this.#states[0];
    const key = this.#keys.pop();
    const state = this.#states.pop();
    const size = this.#keys.length;
    if (size > 0) {
      let at = 0;
      for (let child = 1; child < size; child = 2 * at + 1) {
        if (child + 1 < size && this.#keys[child + 1] < this.#keys[child]) {
          child++;
        }
        if (this.#keys[child] >= key) {
          break;
        }
        this.#keys[at] = this.#keys[child];
        this.#states[at] = this.#states[child];
        at = child;
      }
      this.#keys[at] = key;
      this.#states[at] = state;
    }
    return first;
  }
}
