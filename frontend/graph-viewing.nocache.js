import {TEXT_ZOOM} from './graph-draw.nocache.js';
import {HIDDEN} from './graph-scene.nocache.js';
import {READABLE_ZOOM} from './graph-view.nocache.js';

/** How long panels may take to open beside a task that is shown, in ms. */
const SETTLING = 1000;

/** Decides where the view goes: at the beginning, and when it is sent somewhere. */
export class Viewing {
  /** Whether the first view has been shown; after that, the view belongs to the person. */
  begun = false;
  #stage;
  #wanted;
  #awaitedId;
  #recent;
  /** Where the view was before it went to a path, and where it went. */
  #before;

  /** @param wanted answers {x, y, zoom} to begin with, or null for the beginning of the graph */
  constructor(stage, wanted) {
    this.#stage = stage;
    this.#wanted = wanted;
  }

  /** To be called when there may be something to see: the first view waits for a size and for a graph. */
  begin() {
    const {view, store} = this.#stage;
    if (!this.begun && store.revision >= 0 && view.width && view.height) {
      this.begun = true;
      const opening = this.#opening();
      view.show(this.#wanted() ?? opening);
      if (!this.#showsAnything()) {
        view.show(opening);
      }
    }
    if (this.#awaitedId) {
      this.reveal(this.#awaitedId);
    } else if (performance.now() < this.#recent?.until) {
      this.#show(this.#recent.id);
    }
  }

  fit() {
    const bounds = this.#stage.scene.bounds();
    this.goTo(bounds ? this.#stage.view.fitting(bounds) : {x: 0, y: 0, zoom: 1});
  }

  /** Shows the whole graph if that is large enough to see how it is arranged. */
  fitArranged() {
    const bounds = this.#stage.scene.bounds();
    this.goTo((bounds && this.#stage.view.fittingArranged(bounds)) ?? {});
  }

  reset() {
    this.goTo(this.#opening());
  }

  zoomBy(factor) {
    this.goTo({zoom: this.#stage.view.zoom * factor});
  }

  goTo(where) {
    if (this.begun) {
      this.#stage.view.goTo(where);
    }
  }

  /** Shows a task, or the collapsed group that it is in, so that it can be read; one that is not here yet as soon as it is. */
  reveal(id) {
    const [row] = this.#stage.standInsOf([id]);
    this.#awaitedId = row === undefined || !this.begun ? id : undefined;
    if (!this.#awaitedId) {
      this.#show(id);
      // what is shown with it may take room from the canvas
      this.#recent = {id, until: performance.now() + SETTLING};
    }
  }

  #show(id) {
    const [row] = this.#stage.standInsOf([id]);
    if (row !== undefined) {
      showRow(this.#stage, row);
    }
  }

  /** Shows all of some tasks, or the collapsed groups that they are in, no larger than the whole graph would be shown. */
  revealAll(ids) {
    // what is shown with them may take room from the canvas, which is known two frames later
    requestAnimationFrame(() => requestAnimationFrame(() => this.#showAll(ids)));
  }

  /** Goes back to where the view was before all of some tasks were shown, unless the person has moved it since. */
  goBack() {
    const {from, to} = this.#before ?? {};
    this.#before = undefined;
    if (to && this.#isAt(to)) {
      this.goTo(from);
    }
  }

  #isAt({x, y, zoom}) {
    const {view} = this.#stage;
    return Math.abs(view.zoom - zoom) < 1e-6 && Math.hypot(view.x - x, view.y - y) * zoom < 1;
  }

  #showAll(ids) {
    const {scene, view} = this.#stage;
    const boxes = this.#stage.standInsOf(ids).map((row) => scene.box.subarray(4 * row, 4 * row + 4));
    if (boxes.length) {
      const side = (choose, corner) => boxes.reduce((best, box) => choose(best, box[corner]), boxes[0][corner]);
      const to = view.fitting([side(Math.min, 0), side(Math.min, 1), side(Math.max, 2), side(Math.max, 3)]);
      const from = this.#before && this.#isAt(this.#before.to) ? this.#before.from : {x: view.x, y: view.y, zoom: view.zoom};
      this.#before = {from, to};
      this.goTo(to);
    }
  }

  /** Whether any of the graph is in view, which others may have moved since the view was remembered. */
  #showsAnything() {
    const {scene, view} = this.#stage;
    return scene.kind.some((kind, row) => kind !== HIDDEN && view.touches(scene.box.subarray(4 * row, 4 * row + 4)));
  }

  /** The view that shows the beginning of the graph readable, or all of it. */
  #opening() {
    const {scene, view} = this.#stage;
    const bounds = scene.bounds();
    if (!bounds) {
      return {x: 0, y: 0, zoom: 1};
    }
    const {box, kind} = scene;
    const sum = (row) => box[4 * row] + box[4 * row + 1];
    const first = [...kind.keys()]
      .filter((row) => kind[row] !== HIDDEN)
      .reduce((least, row) => (sum(row) < sum(least) ? row : least));
    return view.opening(bounds, [box[4 * first], box[4 * first + 1]]);
  }
}

/** What lies over the canvas at its top and bottom, the search and the tools, in pixels of the screen. */
const COVERED = 68;
/** How far from the sides a task is shown that was not in view, with its handles. */
const BESIDE = 24;

/**
 * Moves the view, if necessary, so that a row is in it, not behind what lies over the canvas, and can be read; no farther than that
 * takes if some of it can be read already.
 */
export function showRow({scene, view}, row) {
  const unreadable = view.zoom <= TEXT_ZOOM;
  const [left, top, right, bottom] = scene.boxOf(row);
  if (unreadable || !view.touches([left, top, right, bottom])) {
    const [x, y] = scene.centre(row);
    view.goTo({x, y, zoom: unreadable ? READABLE_ZOOM : view.zoom});
    return;
  }
  const [seenLeft, seenTop, seenRight, seenBottom] = view.extent;
  const covered = COVERED / view.zoom;
  const beside = BESIDE / view.zoom;
  const away = (least, most, from, to) => (least < from || most - least > to - from ? least - from : Math.max(most - to, 0));
  const x = away(left, right, seenLeft, seenRight) && away(left - beside, right + beside, seenLeft, seenRight);
  const y = away(top, bottom, seenTop + covered, seenBottom - covered);
  if (x || y) {
    view.goTo({x: view.x + x, y: view.y + y});
  }
}
