import {Grid} from './graph-grid.nocache.js';
import {Hand} from './graph-hand.nocache.js';
import {GROUP_SIGN_SPACE, NODE_WIDTH} from './graph-labels.nocache.js';
import {linksOf} from './graph-links.nocache.js';

/** What is drawn for a row of the store. */
export const HIDDEN = 0;
export const TASK = 1;
/** A group that shows no content: it is empty, or collapsed. */
export const CLOSED = 2;
/** A group that is drawn around its content. */
export const FRAME = 3;

const FRAME_SIDE = 20;
export const FRAME_TOP = 40;
/** How much larger than at zoom 1 the title of a group may get; lines keep clear of it. */
export const LARGEST_TITLE = 1.6;

const CLOSED_HEIGHT = 64;
const NOWHERE = [Infinity, Infinity, -Infinity, -Infinity];

/**
 * What there is to draw, and where: a box for each row of the store, and the links between them. There are two sets of links:
 * those between tasks, and for the overview those between groups, which join the dependencies of their tasks.
 */
export class Scene {
  size = 0;
  kind = new Uint8Array();
  /** left, top, right, bottom of each row */
  box = new Float64Array();
  labels = [];
  /** Rows of groups that are drawn around others, outer ones first. */
  frames = [];
  /** For each row 1 if it is a frame that the overview draws as one block. */
  block = new Uint8Array();
  /** How many tasks of each status a group contains. */
  counts = [];
  detail = {links: [], number: 0};
  overview = {links: [], number: 1};
  hand = new Hand(this);
  /** How far from its place each row begins to glide there, and which part of that is left. */
  #away;
  awayPart = 0;
  #depth = new Int32Array();

  constructor(store) {
    this.store = store;
    this.grid = new Grid();
  }

  /** To be called when the store or the font has changed. */
  build(labels) {
    const {store} = this;
    const former = {detail: this.detail.links, overview: this.overview.links};
    this.size = store.size;
    this.grid = new Grid();
    this.box = new Float64Array(4 * this.size);
    this.labels = store.title.map((title, row) => (store.group[row] ? labels.group(title) : labels.task(title)));
    this.#sort();
    this.hand.rebuild();
    this.place();
    this.detail = {links: linksOf(this, (row) => this.kind[row] === CLOSED, former.detail), number: 0};
    this.overview = this.block.includes(1)
      ? {links: linksOf(this, (row) => this.kind[row] === CLOSED || this.block[row], former.overview), number: 1}
      : this.detail;
  }

  /** Draws tasks away from their places. */
  glide(away, part) {
    this.#away = away;
    this.awayPart = part;
    this.place();
  }

  /** Computes all boxes: those of tasks from their places, those of groups from what is in them. */
  place() {
    const {store, box, kind, hand} = this;
    const {lifted, offset: [x, y]} = hand;
    for (let row = 0; row < this.size; row++) {
      if (this.isSolid(row)) {
        const height = kind[row] === TASK ? this.labels[row].height : CLOSED_HEIGHT;
        const left = store.x[row] - NODE_WIDTH / 2 + (lifted.has(row) ? x : 0) + this.#awayBy(2 * row);
        const top = store.y[row] - height / 2 + (lifted.has(row) ? y : 0) + this.#awayBy(2 * row + 1);
        if (box[4 * row] !== left || box[4 * row + 1] !== top || box[4 * row + 2] === box[4 * row]) {
          box.set([left, top, left + NODE_WIDTH, top + height], 4 * row);
          this.grid.put(row, left, top, left + NODE_WIDTH, top + height);
        }
      } else if (kind[row] === FRAME) {
        box.set(hand.heldBox(row) ?? NOWHERE, 4 * row);
      }
    }
    this.#children.forEach((row) => hand.holds(store.parent[row]) || this.#include(store.parent[row], row));
  }

  #awayBy(at) {
    return this.awayPart ? this.#away[at] * this.awayPart : 0;
  }

  isHidden(row) {
    return this.kind[row] === HIDDEN;
  }

  isFrame(row) {
    return this.kind[row] === FRAME;
  }

  /** Whether a row is drawn as a box of its own, not around others. */
  isSolid(row) {
    return this.kind[row] === TASK || this.kind[row] === CLOSED;
  }

  /** Whether the overview, too, draws it as a box of its own, not as part of a block. */
  isSolidInOverview(row) {
    const parent = this.store.parent[row];
    return this.isSolid(row) && !(parent >= 0 && this.block[parent]);
  }

  centre(row) {
    const {box} = this;
    return [(box[4 * row] + box[4 * row + 2]) / 2, (box[4 * row + 1] + box[4 * row + 3]) / 2];
  }

  /** left, top, right, bottom */
  boxOf(row) {
    return this.box.slice(4 * row, 4 * row + 4);
  }

  contains(row, x, y) {
    const [left, top, right, bottom] = this.boxOf(row);
    return x >= left && x <= right && y >= top && y <= bottom;
  }

  /** left, top, right, bottom of all that is drawn, or undefined. */
  bounds() {
    const {box, kind} = this;
    return [...kind.keys()]
      .filter((row) => kind[row] !== HIDDEN)
      .reduce((all, row) => union(all, box.subarray(4 * row, 4 * row + 4)), undefined);
  }

  /** The part of a frame that its title takes up, and a little above, so that no line runs along the border there. */
  titleBox(row) {
    const [left, top, right] = this.box.subarray(4 * row, 4 * row + 3);
    const width = Math.min((this.labels[row].width + GROUP_SIGN_SPACE) * LARGEST_TITLE + 16, right - left - 16);
    return this.labels[row].direction === 'rtl'
      ? [right - 8 - width, top - 8, right - 8, top + FRAME_TOP - 6]
      : [left + 8, top - 8, left + 8 + width, top + FRAME_TOP - 6];
  }

  #children = [];

  /** Finds out what each row is, and the order in which frames grow from their content. */
  #sort() {
    const {store, size} = this;
    const {parent, group, collapsed} = store;
    const filled = new Uint8Array(size);
    const nested = new Uint8Array(size);
    parent.forEach((into, row) => into >= 0 && ((filled[into] = 1), (nested[into] |= group[row])));
    this.#depth = new Int32Array(size);
    this.kind = new Uint8Array(size);
    this.counts = Array.from(group, (is) => (is ? new Int32Array(Math.max(store.statuses.length, 1)) : undefined));
    for (let row = 0; row < size; row++) {
      let hidden = false;
      let into = parent[row];
      for (; into >= 0; into = parent[into]) {
        this.#depth[row]++;
        hidden ||= collapsed[into] === 1;
        if (!group[row]) {
          this.counts[into][store.status[row]]++;
        }
      }
      this.kind[row] = hidden ? HIDDEN : !group[row] ? TASK : filled[row] && !collapsed[row] ? FRAME : CLOSED;
    }
    this.block = Uint8Array.from(this.kind, (kind, row) => Number(kind === FRAME && !nested[row]));
    const rows = [...this.kind.keys()].filter((row) => this.kind[row] !== HIDDEN);
    rows.sort((a, b) => this.#depth[a] - this.#depth[b]);
    this.frames = rows.filter((row) => this.kind[row] === FRAME);
    this.#children = rows.filter((row) => parent[row] >= 0).reverse();
  }

  #include(frame, row) {
    const {box} = this;
    const [into, from] = [4 * frame, 4 * row];
    box[into] = Math.min(box[into], box[from] - FRAME_SIDE);
    box[into + 1] = Math.min(box[into + 1], box[from + 1] - FRAME_TOP);
    box[into + 2] = Math.max(box[into + 2], box[from + 2] + FRAME_SIDE);
    box[into + 3] = Math.max(box[into + 3], box[from + 3] + FRAME_SIDE);
  }
}

function union(all, [left, top, right, bottom]) {
  return all
    ? [Math.min(all[0], left), Math.min(all[1], top), Math.max(all[2], right), Math.max(all[3], bottom)]
    : [left, top, right, bottom];
}

