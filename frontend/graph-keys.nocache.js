import {FRAME, HIDDEN, TASK} from './graph-scene.nocache.js';
import {ZOOM_STEP} from './graph-view.nocache.js';
import {showRow} from './graph-viewing.nocache.js';

const PAN_STEP = 60;
const MOVE_STEP = 20;
/** How much nearer a task counts that a dependency connects. */
const CONNECTED = 0.5;
/** How far aside a task may lie and still count as being in the direction of an arrow, for each pixel along it. */
const REACH = 2.5;
const CONNECTED_REACH = 4;
const ARROWS = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1]};

/** What keys do while the canvas has the focus. Those not listed here are left to the page. */
export class Keys {
  #stage;
  #gestures;
  #spoken;
  #carried;

  /** @param spoken called when a key has selected something, for the ear */
  constructor(stage, gestures, host, signal, spoken) {
    this.#stage = stage;
    this.#gestures = gestures;
    this.#spoken = spoken;
    host.addEventListener('keydown', (event) => event.target === host && this.#down(event), {signal});
    host.addEventListener('keyup', (event) => event.key in ARROWS && this.#putDown(), {signal});
    host.addEventListener('blur', () => this.#putDown(), {signal});
  }

  #down(event) {
    const done = event.key in ARROWS ? this.#arrow(event, ...ARROWS[event.key]) : this.#key(event);
    if (done) {
      event.preventDefault();
    }
  }

  #arrow({ctrlKey, metaKey, altKey, shiftKey}, x, y) {
    if (ctrlKey || metaKey) {
      this.#stage.view.panBy(x * PAN_STEP, y * PAN_STEP);
    } else if (altKey) {
      this.#carry(x * MOVE_STEP, y * MOVE_STEP);
    } else {
      this.#walk(x, y, shiftKey);
    }
    return true;
  }

  #key({key, ctrlKey, metaKey, altKey, shiftKey}) {
    const stage = this.#stage;
    const {selection, dependencyId} = stage;
    if (key === 'Escape') {
      this.#escape();
      return true;
    }
    if (key.toLowerCase() === 'a' && (ctrlKey || metaKey) && !altKey && !shiftKey) {
      this.#selectAll();
      return true;
    }
    if (ctrlKey || metaKey || altKey) {
      return false;
    }
    if (key === 'PageUp' || key === 'PageDown') {
      stage.view.zoomAt(key === 'PageUp' ? ZOOM_STEP : 1 / ZOOM_STEP);
    } else if ((key === 'Enter' || key === 'F2') && selection.length) {
      stage.emit('node-activated', {id: selection.at(-1)});
    } else if ((key === 'Delete' || key === 'Backspace') && (selection.length || dependencyId)) {
      stage.emit('delete-requested', {ids: selection, dependencyId});
    } else {
      return false;
    }
    return true;
  }

  #escape() {
    if (this.#carried) {
      this.#carried = undefined;
      this.#stage.putBack();
    } else if (!this.#gestures.cancel()) {
      this.#selectNothing();
    }
  }

  #selectNothing() {
    const {selection, dependencyId} = this.#stage;
    if (selection.length || dependencyId) {
      this.#stage.select([]);
      this.#spoken();
    }
  }

  /** A collapsed group stands for the tasks in it. */
  #selectAll() {
    const {store, scene} = this.#stage;
    this.#stage.select(store.id.filter((_, row) => scene.isSolid(row)));
    this.#spoken();
  }

  /** While the key is held down, one move; it is told when the key is let go. */
  #carry(x, y) {
    const {scene, selection} = this.#stage;
    const row = this.#stage.rowsOf(selection).at(-1);
    // nothing is selected, or it is in a closed group, or somebody else has deleted it while it is moved
    if (row === undefined || (!this.#carried && !scene.hand.lift(selection))) {
      return;
    }
    this.#carried = [(this.#carried?.[0] ?? 0) + x, (this.#carried?.[1] ?? 0) + y];
    scene.hand.move(...this.#carried);
    this.#stage.moved(true);
    showRow(this.#stage, row);
  }

  #putDown() {
    if (this.#carried) {
      this.#carried = undefined;
      this.#stage.putDown();
    }
  }

  /** Goes on to the nearest task in a direction, along dependencies rather than across. */
  #walk(x, y, extend) {
    const stage = this.#stage;
    const {store, selection} = stage;
    const from = stage.rowsOf(selection.slice(-1))[0];
    const to = from === undefined ? this.#first() : this.#nearest(from, x, y);
    if (to === undefined) {
      return;
    }
    const id = store.id[to];
    stage.select(extend ? [...selection.filter((other) => other !== id), id] : [id]);
    showRow(stage, to);
    this.#spoken();
  }

  #nearest(from, x, y) {
    const {scene, links} = this.#stage;
    const connected = new Set(links.flatMap(({source, target}) =>
      source === from ? [target] : target === from ? [source] : []));
    const [fromX, fromY] = scene.centre(from);
    let nearest;
    let least = Infinity;
    scene.kind.forEach((kind, row) => {
      if (row === from || kind === HIDDEN || kind === FRAME) {
        return;
      }
      const [toX, toY] = scene.centre(row);
      const along = (toX - fromX) * x + (toY - fromY) * y;
      const aside = Math.abs((toX - fromX) * y) + Math.abs((toY - fromY) * x);
      if (along > 1 && aside <= along * (connected.has(row) ? CONNECTED_REACH : REACH)) {
        const distance = (along + 2 * aside) * (connected.has(row) ? CONNECTED : 1);
        if (distance < least) {
          least = distance;
          nearest = row;
        }
      }
    });
    return nearest;
  }

  /** The first task in view, as one reads. */
  #first() {
    const {scene, view} = this.#stage;
    const [left, top, right, bottom] = view.extent;
    const tasks = [...scene.kind.keys()].filter((row) => scene.kind[row] === TASK);
    const seen = tasks.filter((row) => {
      const [x, y] = scene.centre(row);
      return x > left && x < right && y > top && y < bottom;
    });
    const sum = (row) => scene.centre(row)[0] + scene.centre(row)[1];
    return (seen.length ? seen : tasks).reduce(
      (first, row) => (first === undefined || sum(row) < sum(first) ? row : first), undefined);
  }
}
