import {watchColors} from './graph-colors.nocache.js';
import {Gestures} from './graph-gestures.nocache.js';
import {pointOn} from './graph-hit.nocache.js';
import {Keys} from './graph-keys.nocache.js';
import {lineOf} from './graph-lines.nocache.js';
import {download, png, printInstead, svg} from './graph-picture.nocache.js';
import {GraphSource} from './graph-source.nocache.js';
import {describe} from './graph-speech.nocache.js';
import {Stage} from './graph-stage.nocache.js';
import {listenToWheel} from './graph-wheel.nocache.js';

const ZOOM_STEP = 1.25;
const NO_PATH = {taskIds: [], dependencyIds: []};

/**
 * Draws the graph of a project, which it fetches itself. State comes down as properties:
 *
 * - source: the address of the graph's columns; set again, it is fetched again
 * - selection: ids of the selected tasks, the last one the current one
 * - critical: {taskIds, dependencyIds} of the path to mark
 * - view: {x, y, zoom} to begin with, or null for the beginning of the graph
 * - texts: the words it shows and speaks itself
 *
 * What a person does goes up as events: selection-changed {ids, dependencyId}, nodes-moved {moves: [{id, x, y}]}, node-activated {id},
 * task-requested {x, y, afterId}, dependency-requested {sourceId, targetId}, delete-requested {ids, dependencyId},
 * view-changed {x, y, zoom}, graph-loaded {revision, tasks, dependencies}, graph-unavailable.
 */
class GraphCanvas extends HTMLElement {
  #stage;
  #source;
  #parts;
  #attached;
  #url = null;
  #selection = [];
  #critical = NO_PATH;
  #texts = {};
  #viewed = false;
  #awaitedId;
  #opening = null;

  connectedCallback() {
    // a property that was set before the element was defined hides the accessor
    for (const name of ['source', 'selection', 'critical', 'texts', 'view']) {
      if (Object.hasOwn(this, name)) {
        const value = this[name];
        delete this[name];
        this[name] = value;
      }
    }
    this.#start();
    this.#load();
  }

  disconnectedCallback() {
    this.#source.stop();
    this.#stage.stop();
    this.#attached.abort();
    this.replaceChildren();
    this.#stage = undefined;
    this.#viewed = false;
  }

  get source() {
    return this.#url;
  }

  set source(url) {
    this.#url = url || null;
    this.#load();
  }

  get selection() {
    return this.#stage?.selection ?? this.#selection;
  }

  set selection(ids) {
    this.#selection = ids ?? [];
    if (this.#stage) {
      this.#stage.selection = this.#selection;
      this.#stage.dependencyId = this.#selection.length ? null : this.#stage.dependencyId;
      this.#stage.redraw();
    }
  }

  get critical() {
    return this.#critical;
  }

  set critical(path) {
    this.#critical = path ?? NO_PATH;
    if (this.#stage) {
      this.#stage.critical = this.#critical;
      this.#stage.redraw();
    }
  }

  get view() {
    return this.#opening;
  }

  set view(view) {
    this.#opening = view;
  }

  get texts() {
    return this.#texts;
  }

  set texts(texts) {
    this.#texts = texts ?? {};
    this.#write();
  }

  /** Whether all lines have been found for where the tasks are now. */
  get settled() {
    return this.#viewed && this.#stage.settled;
  }

  /** How many dependencies are drawn as straight lines, since there is no way for them around the tasks. */
  get missingWays() {
    return this.#stage?.missingWays ?? 0;
  }

  patch(patch) {
    this.#source?.patch(patch);
  }

  reload() {
    this.#load();
  }

  /** Shows the whole graph. */
  fit() {
    const bounds = this.#stage?.scene.bounds();
    this.#goTo(bounds ? this.#stage.view.fitting(bounds) : {x: 0, y: 0, zoom: 1});
  }

  /** Shows what is shown at the beginning. */
  resetView() {
    this.#goTo(this.#stage?.opening());
  }

  /** Moves the view, if necessary, so that a task is in it and can be read; one that is not here yet as soon as it is. */
  reveal(id) {
    const [row] = this.#stage?.rowsOf([id]) ?? [];
    this.#awaitedId = row === undefined ? id : undefined;
    if (row !== undefined && this.#viewed) {
      this.#stage.showRow(row);
    }
  }

  zoomIn() {
    this.#goTo({zoom: this.#stage?.view.zoom * ZOOM_STEP});
  }

  zoomOut() {
    this.#goTo({zoom: this.#stage?.view.zoom / ZOOM_STEP});
  }

  zoomToActualSize() {
    this.#goTo({zoom: 1});
  }

  /** Downloads a PNG of the whole graph; rejects if the browser cannot make one. */
  async screenshot(fileName) {
    download(await png(this.#stage), fileName);
  }

  /** Downloads the same picture as SVG. */
  exportSvg(fileName) {
    download(new Blob([svg(this.#stage, document.title)], {type: 'image/svg+xml'}), fileName);
  }

  print() {
    print();
  }

  /** Where a task or group is in the window: {x, y, width, height}; null if it is not drawn. For tests. */
  positionOf(id) {
    const [row] = this.#stage.rowsOf([id]);
    if (row === undefined) {
      return null;
    }
    const {scene, view} = this.#stage;
    const [left, top, right, bottom] = scene.box.subarray(4 * row, 4 * row + 4);
    return {...this.#inWindow(left, top), width: (right - left) * view.zoom, height: (bottom - top) * view.zoom};
  }

  /** A point on the line of a dependency in the window: {x, y}; null if it is not drawn. For tests. */
  positionOfDependency(id) {
    const {links, scene} = this.#stage;
    const link = links.find(({ids}) => ids.includes(id));
    return link ? this.#inWindow(...pointOn(lineOf(scene, link))) : null;
  }

  #inWindow(x, y) {
    const {left, top} = this.getBoundingClientRect();
    const [onX, onY] = this.#stage.view.toScreen(x, y);
    return {x: left + onX, y: top + onY};
  }

  #start() {
    this.#attached = new AbortController();
    const {signal} = this.#attached;
    const part = (name, className) => {
      const element = this.appendChild(document.createElement(name));
      element.className = className;
      return element;
    };
    this.#parts = {
      canvas: part('canvas', 'graph-drawing-surface'),
      message: part('div', 'graph-message'),
      speech: part('div', 'visually-hidden'),
    };
    const {canvas, message, speech} = this.#parts;
    speech.setAttribute('aria-live', 'polite');
    message.append(document.createElement('p'), document.createElement('button'));
    message.lastChild.addEventListener('click', () => this.#load());
    this.#stage = new Stage(this, canvas);
    Object.assign(this.#stage, {selection: this.#selection, critical: this.#critical});
    this.#source = new GraphSource(this.#stage.store, {
      loading: () => this.#say('loading'),
      loaded: () => this.#loaded(),
      patched: () => this.#changed(),
      failed: () => this.#failed(),
    });
    const gestures = new Gestures(this.#stage, this);
    signal.addEventListener('abort', () => gestures.stop());
    new Keys(this.#stage, gestures, this, signal, () => (speech.textContent = describe(this.#stage, this.#texts)));
    listenToWheel(this.#stage, signal);
    printInstead(this.#stage, this, signal);
    watchColors(() => this.#stage.restyle(), signal);
    document.fonts.addEventListener('loadingdone', () => this.#stage.relabel(), {signal});
    this.#watchSize(signal);
    this.#stage.start();
  }

  #watchSize(signal) {
    const measure = () => {
      this.#stage.resize(this.clientWidth, this.clientHeight);
      this.#showFirst();
    };
    const size = new ResizeObserver(measure);
    size.observe(this);
    signal.addEventListener('abort', () => size.disconnect());
    // the window came to another screen, or the page is zoomed
    const watchRatio = () => matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener('change', () => {
      measure();
      watchRatio();
    }, {once: true, signal});
    watchRatio();
  }

  #load() {
    if (this.#stage && this.#url) {
      this.#source.load(this.#url);
    }
  }

  #loaded() {
    const {store} = this.#stage;
    this.#say(null);
    this.#changed();
    this.#showFirst();
    this.#stage.emit('graph-loaded', {
      revision: store.revision,
      tasks: store.group.filter((group) => !group).length,
      dependencies: store.dependencies.id.length,
    });
  }

  #failed() {
    this.#say('unavailable');
    this.#stage.emit('graph-unavailable');
  }

  #changed() {
    this.#stage.rebuild();
    if (this.#awaitedId) {
      this.reveal(this.#awaitedId);
    }
  }

  /** The first view waits for a size and for a graph; after it the view belongs to the person. */
  #showFirst() {
    const {view, store} = this.#stage;
    if (!this.#viewed && store.revision >= 0 && view.width && view.height) {
      this.#viewed = true;
      const beginning = this.#stage.opening();
      view.show(this.#opening ?? beginning);
      if (this.#awaitedId) {
        this.reveal(this.#awaitedId);
      }
    }
  }

  #goTo(where) {
    if (this.#viewed) {
      this.#stage.view.goTo(where);
    }
  }

  #say(message) {
    this.dataset.message = message ?? '';
    this.setAttribute('aria-busy', String(message === 'loading'));
    this.#write();
  }

  #write() {
    if (this.#parts) {
      const {message} = this.dataset;
      const [text, retry] = this.#parts.message.children;
      this.#parts.message.hidden = !message;
      text.textContent = this.#texts[message] ?? '';
      retry.textContent = this.#texts.retry ?? '';
      retry.hidden = message !== 'unavailable';
    }
  }
}

customElements.define('graph-canvas', GraphCanvas);
