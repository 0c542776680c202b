import {FRAME} from './graph-scene.nocache.js';

/** In the overview, lines keep farther from boxes, since all is seen smaller; they share their channels, as roads do. */
const OVERVIEW_SCALE = 4;

/** Has a worker look for the ways of the links, tells it what has changed, and gives the links the lines it answers. */
export class Router {
  /** Links for which no way was found in the last answer; they are drawn as straight lines. */
  missing = 0;
  #worker;
  #drawings = new Map();
  #answered;
  #awaited = 0;
  #next;
  #broken = false;

  /** @param answered called when links have got new lines */
  constructor(answered) {
    this.#answered = answered;
    this.#worker = new Worker(new URL('./graph-route-worker.nocache.js', import.meta.url), {type: 'module'});
    this.#worker.addEventListener('message', ({data}) => this.#take(data));
    // lines stay straight, and all else works
    this.#worker.addEventListener('error', (event) => {
      console.warn('Lines cannot be led around tasks.', event.message);
      this.#broken = true;
      this.#awaited = 0;
    });
  }

  /** Whether all that was told is answered. */
  get settled() {
    return this.#awaited === 0 && !this.#next;
  }

  stop() {
    this.#worker.terminate();
  }

  /**
   * To be called when boxes or links of a scene have changed.
   *
   * @param live during a drag: what is about to change again need not be answered
   */
  update(scene, live = false) {
    if (this.#broken) {
      return;
    }
    if (live && this.#awaited > 0) {
      this.#next = scene;
      return;
    }
    this.#next = undefined;
    // only what is in the hand can have moved
    const rows = live ? moving(scene) : [...scene.kind.keys()];
    this.#tell(scene, scene.detail, boxesOf(scene, rows, false), 1, live);
    if (scene.overview !== scene.detail) {
      this.#tell(scene, scene.overview, boxesOf(scene, rows, true), OVERVIEW_SCALE, live);
    }
  }

  #tell(scene, {links, number: drawing}, boxes, scale, live) {
    const told = this.#told(drawing);
    const changedBoxes = [];
    for (const [key, box] of boxes) {
      const former = told.boxes.get(key);
      if (!former || box.some((value, at) => value !== former[at + 1])) {
        const number = former?.[0] ?? told.count++;
        told.boxes.set(key, [number, ...box]);
        changedBoxes.push([number, ...box]);
      }
    }
    if (!live) {
      told.boxes.forEach(([number], key) => {
        if (!boxes.has(key)) {
          told.boxes.delete(key);
          changedBoxes.push([number, 0, 0, 0, 0, 0]);
        }
      });
    }
    const changedLinks = live ? [] : this.#changedLinks(scene, links, told);
    if (changedBoxes.length || changedLinks.length) {
      this.#awaited++;
      this.#worker.postMessage({
        drawing, scale, apart: scale === 1, live, boxes: changedBoxes, links: changedLinks,
      });
    }
  }

  #told(drawing) {
    if (!this.#drawings.has(drawing)) {
      this.#drawings.set(drawing, {boxes: new Map(), links: new Map(), drawn: new Map(), count: 0});
    }
    return this.#drawings.get(drawing);
  }

  #changedLinks({store}, links, told) {
    const changed = [];
    const drawn = new Map();
    for (const link of links) {
      let number = told.links.get(link.key);
      if (number === undefined) {
        number = told.count++;
        told.links.set(link.key, number);
        changed.push([number, told.boxes.get(store.id[link.source])[0], told.boxes.get(store.id[link.target])[0]]);
      }
      drawn.set(number, link);
    }
    told.links.forEach((number, key) => {
      if (!drawn.has(number)) {
        told.links.delete(key);
        changed.push([number, -1, -1]);
      }
    });
    told.drawn = drawn;
    return changed;
  }

  #take({drawing, turns, numbers, starts, points, ends, missing}) {
    const {drawn} = this.#drawings.get(drawing);
    this.missing = drawing === 0 ? missing : this.missing;
    numbers.forEach((number, at) => {
      const link = drawn.get(number);
      if (link) {
        link.route = points.subarray(starts[at], starts[at + 1]);
        link.ends = ends.subarray(4 * at, 4 * at + 4);
      }
    });
    this.#awaited -= turns;
    if (this.#awaited === 0 && this.#next) {
      this.update(this.#next, true);
    }
    this.#answered();
  }
}

/** The boxes of a drawing by a key: left, top, right, bottom, and whether lines must keep clear of them. */
function boxesOf(scene, rows, overview) {
  const {store, kind, block, box} = scene;
  const boxes = new Map();
  for (const row of rows) {
    const solid = overview ? scene.isSolidInOverview(row) : scene.isSolid(row);
    if (solid || kind[row] === FRAME) {
      const obstacle = solid || (overview && block[row]);
      boxes.set(store.id[row], [...box.subarray(4 * row, 4 * row + 4), obstacle ? 1 : 0]);
      if (kind[row] === FRAME && !overview) {
        boxes.set(`title of ${store.id[row]}`, [...scene.titleBox(row), 1]);
      }
    }
  }
  return boxes;
}

/** The rows that are lifted, and the groups around them. */
function moving({store, hand: {lifted}}) {
  const rows = new Set(lifted);
  for (const row of lifted) {
    for (let into = store.parent[row]; into >= 0; into = store.parent[into]) {
      rows.add(into);
    }
  }
  return rows;
}
