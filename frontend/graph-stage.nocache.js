import {readColors} from './graph-colors.nocache.js';
import {draw, layerAt} from './graph-draw.nocache.js';
import {Filter} from './graph-filter.nocache.js';
import {Glide} from './graph-glide.nocache.js';
import {handlesOf, hit} from './graph-hit.nocache.js';
import {Labels} from './graph-labels.nocache.js';
import {drawMarks} from './graph-marks.nocache.js';
import {Router} from './graph-router.nocache.js';
import {HIDDEN, Scene} from './graph-scene.nocache.js';
import {GraphStore} from './graph-store.nocache.js';
import {isNarrow, View} from './graph-view.nocache.js';

const VIEW_DELAY = 200;

/** The graph on its canvas: what is in it, what is seen of it, and what is selected. Gestures and keys act on it. */
export class Stage {
  store = new GraphStore();
  scene = new Scene(this.store);
  view = new View(() => this.#viewChanged());
  /** Ids, the one selected last at the end. */
  selection = [];
  dependencyId = null;
  critical = {taskIds: [], dependencyIds: []};
  filter = new Filter();
  /** The row under the pointer, where a line would end, the box of a selection, a line being drawn. */
  hovered;
  target;
  area;
  pull;
  #host;
  #ctx;
  #frame;
  #viewTimer;
  #router;
  #glide;
  #expected;

  constructor(host, canvas) {
    this.#host = host;
    this.canvas = canvas;
    this.#ctx = canvas.getContext('2d', {alpha: false});
    this.restyle();
  }

  get settled() {
    return !this.#glide?.running && (!this.#router || this.#router.settled);
  }

  get missingWays() {
    return this.#router?.missing ?? 0;
  }

  start() {
    this.#router = new Router(() => this.redraw());
    this.rebuild();
  }

  stop() {
    this.view.stop();
    this.#glide?.stop();
    clearTimeout(this.#viewTimer);
    cancelAnimationFrame(this.#frame);
    this.#frame = undefined;
    this.#router?.stop();
    this.#router = undefined;
  }

  emit(type, detail = {}) {
    this.#host.dispatchEvent(new CustomEvent(type, {detail}));
  }

  /** After a change of colours or fonts. */
  restyle() {
    this.colors = readColors(this.#host);
    const {fontFamily} = getComputedStyle(this.#host);
    if (fontFamily !== this.labels?.fontFamily) {
      this.labels = new Labels(fontFamily);
    }
    this.rebuild();
  }

  /** When a font has been loaded. */
  relabel() {
    this.labels = new Labels(this.labels.fontFamily);
    this.rebuild();
  }

  /** After a change of the store. */
  rebuild() {
    this.#glide?.stop();
    this.#glide = this.#expected;
    this.#expected = undefined;
    this.scene.build(this.labels);
    this.filter.forget();
    this.#router?.update(this.scene);
    this.hovered = undefined;
    this.redraw();
    this.#glide?.begin();
  }

  /** To be called just before a change of the store that moves many tasks: shows where they go. */
  expectGlide() {
    this.#expected = new Glide(this);
    // a change that is fetched later, or refused, does without
    setTimeout(() => (this.#expected = undefined));
  }

  /** After tasks have moved. */
  moved(live = false) {
    this.#router?.update(this.scene, live);
    this.redraw();
  }

  /** Puts down what is in the hand, and tells where it has come to be. */
  putDown() {
    const moves = this.scene.hand.drop();
    this.moved();
    this.#tellMoves({moves, regrouped: [], groupId: null});
  }

  /** The same in another group, null for none. */
  putDownInto(groupId) {
    const detail = this.scene.hand.dropInto(groupId);
    this.rebuild();
    this.#tellMoves(detail);
  }

  #tellMoves(detail) {
    if (detail.moves.length) {
      this.emit('nodes-moved', {...detail, number: this.store.endMoves()});
    }
  }

  /** Puts what is in the hand back where it was. */
  putBack() {
    this.scene.hand.drop(true);
    this.moved();
  }

  resize(width, height) {
    const ratio = devicePixelRatio;
    this.view.resize(width, height);
    this.canvas.width = Math.round(width * ratio);
    this.canvas.height = Math.round(height * ratio);
    this.#draw();
  }

  redraw() {
    this.#frame ??= requestAnimationFrame(() => this.#draw());
  }

  rowsOf(ids) {
    return ids.map((id) => this.store.indexOf(id)).filter((row) => row >= 0 && this.scene.kind[row] !== HIDDEN);
  }

  /** The rows that stand for tasks: of what is in a collapsed group, that group. */
  standInsOf(ids) {
    const {store, scene} = this;
    const shown = (row) => (scene.kind[row] === HIDDEN ? shown(store.parent[row]) : row);
    return [...new Set(ids.map((id) => store.indexOf(id)).filter((row) => row >= 0).map(shown))];
  }

  /** What is at a point of the canvas. */
  hit(x, y) {
    return hit(this.scene, this.view.zoom, ...this.view.toGraph(x, y), handlesOf(this));
  }

  /** A selection by the page: it is not told. */
  setSelection(ids) {
    this.selection = ids;
    this.dependencyId = ids.length ? null : this.dependencyId;
    this.redraw();
  }

  setCritical(path) {
    this.critical = path;
    this.redraw();
  }

  /** A selection by the person: it is told, unless it is the same. */
  select(ids, dependencyId = null) {
    const same = dependencyId === this.dependencyId &&
      ids.length === this.selection.length && ids.every((id, at) => id === this.selection[at]);
    if (!same) {
      this.selection = ids;
      this.dependencyId = dependencyId;
      this.emit('selection-changed', {ids, dependencyId});
      this.redraw();
    }
  }

  /** The links drawn at this zoom. */
  get links() {
    return layerAt(this.scene, this.view.zoom).links;
  }

  /** What a drawing of the scene needs to know, in these colours. */
  look(zoom, extent, colors = this.colors, withSelection = true) {
    return {
      zoom,
      extent,
      colors,
      labels: this.labels,
      selected: new Set(withSelection ? this.rowsOf(this.selection) : []),
      dependencyId: withSelection ? this.dependencyId : null,
      criticalTasks: new Set(this.standInsOf(this.critical.taskIds)),
      criticalDependencies: new Set(this.critical.dependencyIds),
      dimmed: this.filter.dimmedRows(this.store),
    };
  }

  #draw() {
    cancelAnimationFrame(this.#frame);
    this.#frame = undefined;
    const {view, canvas} = this;
    const ctx = this.#ctx;
    if (!view.width || !view.height) {
      return;
    }
    const scale = view.zoom * (canvas.width / view.width);
    const [left, top] = view.extent;
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.fillStyle = this.colors.background;
    ctx.fillRect(0, 0, canvas.width, canvas.height);
    // on whole pixels, where text is sharp
    ctx.setTransform(scale, 0, 0, scale, Math.round(-left * scale), Math.round(-top * scale));
    const look = this.look(view.zoom, view.extent);
    draw(ctx, this.scene, look);
    drawMarks(ctx, this, look);
  }

  #viewChanged() {
    this.redraw();
    clearTimeout(this.#viewTimer);
    this.#viewTimer = setTimeout(() => {
      const {x, y, zoom} = this.view;
      this.emit('view-changed', {x, y, zoom, narrow: isNarrow()});
    }, VIEW_DELAY);
  }
}
