import {HIDDEN} from './graph-scene.nocache.js';
import {DURATION, eased, lessMotion} from './graph-view.nocache.js';

/**
 * Shows that many tasks have got other places: they glide there, and the view goes to where all are seen. If they would be too
 * small there, it goes with one of them, so that the person does not lose sight of it. It is made before the places change, and
 * begun afterwards.
 */
export class Glide {
  #stage;
  #from;
  #anchorId;
  #whole;
  #frame;

  constructor(stage) {
    const {scene, store, view} = stage;
    this.#stage = stage;
    const shown = [...scene.kind.keys()].filter((row) => scene.kind[row] !== HIDDEN);
    this.#from = new Map(shown.map((row) => [store.id[row], scene.centre(row)]));
    this.#anchorId = anchorOf(stage, shown);
    const bounds = scene.bounds();
    this.#whole = this.#anchorId === undefined && bounds !== undefined && view.contains(bounds);
  }

  /** Begins; the scene has been built with the new places. */
  begin() {
    const {scene, store, view} = this.#stage;
    const away = new Float64Array(2 * scene.size);
    for (let row = 0; row < scene.size; row++) {
      const from = this.#from.get(store.id[row]);
      if (from && scene.isSolid(row)) {
        const [x, y] = scene.centre(row);
        away.set([from[0] - x, from[1] - y], 2 * row);
      }
    }
    const to = this.#viewAtEnd();
    forgetWays(scene, away);
    if (lessMotion()) {
      view.show(to);
      return;
    }
    const from = {x: view.x, y: view.y, zoom: view.zoom};
    const start = performance.now();
    const step = (now) => {
      const part = Math.min(Math.max((now - start) / DURATION, 0), 1);
      const done = eased(part);
      scene.glide(away, 1 - done);
      const between = (name) => from[name] + ((to[name] ?? from[name]) - from[name]) * done;
      this.#frame = part < 1 ? requestAnimationFrame(step) : undefined;
      view.show({x: between('x'), y: between('y'), zoom: between('zoom')});
    };
    step(start);
  }

  get running() {
    return this.#frame !== undefined;
  }

  /** Leaves the tasks where they are; the scene is about to be built again. */
  stop() {
    cancelAnimationFrame(this.#frame);
    this.#frame = undefined;
    this.#stage.scene.awayPart = 0;
  }

  #viewAtEnd() {
    const {scene, store, view} = this.#stage;
    const bounds = scene.bounds();
    const all = bounds && view.fittingArranged(bounds);
    if (all) {
      return all;
    }
    const row = store.indexOf(this.#anchorId);
    if (row >= 0 && scene.kind[row] !== HIDDEN) {
      const [fromX, fromY] = this.#from.get(this.#anchorId);
      const [x, y] = scene.centre(row);
      return {x: view.x + x - fromX, y: view.y + y - fromY};
    }
    return this.#whole && bounds ? view.fitting(bounds) : {};
  }
}

/** What stays where it is in the view: the current task, or what is nearest to the middle; nothing if all is in view. */
function anchorOf(stage, shown) {
  const {scene, store, view} = stage;
  const inView = (row) => view.touches(scene.box.subarray(4 * row, 4 * row + 4));
  const [selected] = stage.standInsOf(stage.selection.slice(-1));
  if (selected !== undefined && inView(selected)) {
    return store.id[selected];
  }
  const bounds = scene.bounds();
  if (!bounds || view.contains(bounds)) {
    return undefined;
  }
  const distance = (row) => Math.hypot(scene.centre(row)[0] - view.x, scene.centre(row)[1] - view.y);
  const nearest = shown
    .filter((row) => scene.isSolid(row) && inView(row))
    .reduce((best, row) => (best === undefined || distance(row) < distance(best) ? row : best), undefined);
  return nearest === undefined ? undefined : store.id[nearest];
}

/** The line of a link whose ends have moved far from it says nothing; a straight one does until there is another. */
function forgetWays({detail, overview}, away) {
  const moved = (row) => away[2 * row] !== 0 || away[2 * row + 1] !== 0;
  for (const link of new Set([...detail.links, ...overview.links])) {
    if (moved(link.source) || moved(link.target)) {
      link.route = undefined;
    }
  }
}
