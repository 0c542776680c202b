import {watchColors} from './graph-colors.nocache.js';
import {GraphCommands} from './graph-commands.nocache.js';
import {Gestures} from './graph-gestures.nocache.js';
import {Keys} from './graph-keys.nocache.js';
import {Message} from './graph-message.nocache.js';
import {printInstead} from './graph-picture.nocache.js';
import {GraphSource} from './graph-source.nocache.js';
import {describe} from './graph-speech.nocache.js';
import {Stage} from './graph-stage.nocache.js';
import {isNarrow} from './graph-view.nocache.js';
import {Viewing} from './graph-viewing.nocache.js';
import {adopt, watchSize} from './graph-watch.nocache.js';
import {listenToWheel} from './graph-wheel.nocache.js';

const NO_PATH = {taskIds: [], dependencyIds: []};

/**
 * Draws the graph of a project, which it fetches itself. State comes down as properties:
 *
 * - source: the address of the graph's columns; set again, it is fetched again
 * - selection: ids of the selected tasks, the last one the current one
 * - critical: {taskIds, dependencyIds} of the path to mark
 * - views: {wide, narrow}, what to begin with in a window of that width: {x, y, zoom}, or null for the beginning of the graph
 * - texts: the words it shows and speaks itself
 *
 * What a person does goes up as events: selection-changed {ids, dependencyId}, nodes-moved {moves: [{id, x, y}], regrouped: [id],
 * groupId, number}, node-activated {id}, task-requested {x, y, afterId}, dependency-requested {sourceId, targetId},
 * delete-requested {ids, dependencyId}, view-changed {x, y, zoom, narrow}, graph-loaded {revision, tasks, dependencies}, graph-unavailable.
 */
class GraphCanvas extends GraphCommands {
  #source;
  #message;
  #attached;
  #url = null;
  #selection = [];
  #critical = NO_PATH;
  #texts = {};
  #views = {};

  connectedCallback() {
    adopt(this, ['source', 'selection', 'critical', 'texts', 'views']);
    this.#start();
    this.reload();
  }

  disconnectedCallback() {
    this.#attached.abort();
    this.#source.stop();
    this.stage.stop();
    this.replaceChildren();
    this.stage = undefined;
  }

  get source() {
    return this.#url;
  }

  set source(url) {
    this.#url = url || null;
    this.reload();
  }

  get selection() {
    return this.stage?.selection ?? this.#selection;
  }

  set selection(ids) {
    this.#selection = ids ?? [];
    this.stage?.setSelection(this.#selection);
  }

  /** Selects nothing, as a click beside everything does. */
  selectNothing() {
    this.stage?.select([]);
  }

  get critical() {
    return this.#critical;
  }

  set critical(path) {
    this.#critical = path ?? NO_PATH;
    this.stage?.setCritical(this.#critical);
  }

  get views() {
    return this.#views;
  }

  set views(views) {
    this.#views = views ?? {};
  }

  get texts() {
    return this.#texts;
  }

  set texts(texts) {
    this.#texts = texts ?? {};
    if (this.#message) {
      this.#message.texts = this.#texts;
    }
  }

  patch(patch) {
    this.#source?.patch(patch);
  }

  /** Moves have been handled, whatever became of them: from now on, the places that patches tell are shown. */
  confirmMoves(number) {
    if (this.stage?.store.confirm(number)) {
      this.stage.rebuild();
    }
  }

  reload() {
    if (this.stage && this.#url) {
      this.#source.load(this.#url);
    }
  }

  #start() {
    this.#attached = new AbortController();
    const {signal} = this.#attached;
    const canvas = this.appendChild(document.createElement('canvas'));
    canvas.className = 'graph-surface';
    const message = new Message(this, () => this.reload());
    message.texts = this.#texts;
    this.#message = message;
    const stage = new Stage(this, canvas);
    stage.setSelection(this.#selection);
    stage.setCritical(this.#critical);
    this.stage = stage;
    this.viewing = new Viewing(stage, () => (isNarrow() ? this.#views.narrow : this.#views.wide));
    this.#source = new GraphSource(stage.store, {
      loading: () => message.show('loading'),
      loaded: () => this.#loaded(),
      patched: () => this.#changed(),
      failed: () => this.#failed(),
    });
    const gestures = new Gestures(stage, this, signal);
    new Keys(stage, gestures, this, signal, () => message.speak(describe(stage, this.#texts)));
    listenToWheel(stage, signal);
    printInstead(stage, this, signal);
    watchColors(() => stage.restyle(), signal);
    document.fonts.addEventListener('loadingdone', () => stage.relabel(), {signal});
    watchSize(this, () => {
      stage.resize(this.clientWidth, this.clientHeight);
      this.viewing.begin();
    }, signal);
    stage.start();
  }

  #loaded() {
    const {store} = this.stage;
    this.#message.show('');
    this.#changed();
    this.stage.emit('graph-loaded', {
      revision: store.revision,
      tasks: store.group.filter((group) => !group).length,
      dependencies: store.dependencies.id.length,
    });
  }

  #changed() {
    this.stage.rebuild();
    this.viewing.begin();
  }

  #failed() {
    this.#message.show('unavailable');
    this.stage.emit('graph-unavailable');
  }
}

customElements.define('graph-canvas', GraphCanvas);
