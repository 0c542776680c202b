/** What part of the graph is seen: the point in the middle, and the zoom. Moves at once, or in a short animation. */

export const READABLE_ZOOM = 0.9;
const MAX_ZOOM = 3;
/** By how much a button or a key zooms. */
export const ZOOM_STEP = 1.25;

const MIN_ZOOM = 0.05;
const MAX_FIT_ZOOM = 1.2;
const MARGIN = 32;
/** What is smaller than this says nothing of its tasks. */
const MIN_ARRANGED_ZOOM = 0.25;
/** How long an animation takes. */
export const DURATION = 180;

/** As in project.css. A view of a wide window shows little of what it is about in a narrow one, so each has its own. */
const narrow = matchMedia('(max-width: 50em)');

export const isNarrow = () => narrow.matches;

const motion = matchMedia('(prefers-reduced-motion: reduce)');

/** Whether the person asked for less motion. */
export const lessMotion = () => motion.matches;

/** How much of a way is done when a part of the time has passed: fast at first, then slower. */
export const eased = (part) => 1 - (1 - part) ** 3;

export class View {
  x = 0;
  y = 0;
  zoom = 1;
  width = 0;
  height = 0;
  /** As far as one can zoom out: to see all of the graph, and a little more. */
  leastZoom = MIN_ZOOM;
  #changed;
  #frame;

  constructor(changed) {
    this.#changed = changed;
  }

  /** left, top, right, bottom of what is seen */
  get extent() {
    const {x, y, zoom, width, height} = this;
    return [x - width / 2 / zoom, y - height / 2 / zoom, x + width / 2 / zoom, y + height / 2 / zoom];
  }

  toGraph(x, y) {
    return [this.x + (x - this.width / 2) / this.zoom, this.y + (y - this.height / 2) / this.zoom];
  }

  toScreen(x, y) {
    return [(x - this.x) * this.zoom + this.width / 2, (y - this.y) * this.zoom + this.height / 2];
  }

  /** What is seen stays where it is on the screen: room is taken and given at the end, by what opens beside the canvas and below. */
  resize(width, height) {
    const known = this.width && this.height && width && height;
    if (known) {
      this.x += (width - this.width) / 2 / this.zoom;
      this.y += (height - this.height) / 2 / this.zoom;
    }
    Object.assign(this, {width, height});
    if (known) {
      this.#changed();
    }
  }

  panBy(x, y) {
    this.show({x: this.x + x / this.zoom, y: this.y + y / this.zoom});
  }

  /** Zooms so that the point of the graph under a place on the screen stays there. */
  zoomAt(factor, x = this.width / 2, y = this.height / 2) {
    const [graphX, graphY] = this.toGraph(x, y);
    const zoom = this.#within(this.zoom * factor);
    this.show({
      x: graphX - (x - this.width / 2) / zoom,
      y: graphY - (y - this.height / 2) / zoom,
      zoom,
    });
  }

  show({x = this.x, y = this.y, zoom = this.zoom}) {
    this.stop();
    this.#set(x, y, this.#within(zoom));
  }

  /** Goes there in a short animation, unless the person asked for less motion. */
  goTo({x = this.x, y = this.y, zoom = this.zoom}) {
    this.stop();
    if (lessMotion()) {
      this.show({x, y, zoom});
      return;
    }
    const from = {x: this.x, y: this.y, zoom: this.zoom};
    const to = this.#within(zoom);
    const begin = performance.now();
    const step = (now) => {
      const part = Math.min(Math.max((now - begin) / DURATION, 0), 1);
      const done = eased(part);
      const between = (a, b) => a + (b - a) * done;
      this.#frame = part < 1 ? requestAnimationFrame(step) : undefined;
      this.#set(between(from.x, x), between(from.y, y), from.zoom * (to / from.zoom) ** done);
    };
    this.#frame = requestAnimationFrame(step);
  }

  stop() {
    cancelAnimationFrame(this.#frame);
    this.#frame = undefined;
  }

  /** Where all of a box is seen. */
  fitting([left, top, right, bottom]) {
    const zoom = Math.min(
      (this.width - 2 * MARGIN) / (right - left),
      (this.height - 2 * MARGIN) / (bottom - top),
      MAX_FIT_ZOOM,
    );
    // a smaller box must not take away how far one could zoom out before
    this.leastZoom = Math.min(this.leastZoom, Math.max(zoom * 0.8, 0.002));
    return {x: (left + right) / 2, y: (top + bottom) / 2, zoom: Math.max(zoom, this.leastZoom)};
  }

  /** The same if it is seen large enough there to see what became of it; otherwise nothing. */
  fittingArranged(box) {
    const all = this.fitting(box);
    return all.zoom >= MIN_ARRANGED_ZOOM ? all : undefined;
  }

  /** Where all of a box is seen if its text can be read then; otherwise its beginning. */
  opening(box, [startX, startY]) {
    const all = this.fitting(box);
    if (all.zoom >= READABLE_ZOOM) {
      return all;
    }
    const zoom = READABLE_ZOOM;
    const along = (size, least, most, start) =>
      (most - least) * zoom <= size - 2 * MARGIN ? (least + most) / 2 : start + (size / 2 - MARGIN) / zoom;
    return {
      x: along(this.width, box[0], box[2], startX),
      y: along(this.height, box[1], box[3], startY),
      zoom,
    };
  }

  /** Whether a box is seen as a whole. */
  contains([left, top, right, bottom]) {
    const extent = this.extent;
    return left >= extent[0] && top >= extent[1] && right <= extent[2] && bottom <= extent[3];
  }

  /** Whether any of a box is seen. */
  touches([left, top, right, bottom]) {
    const extent = this.extent;
    return right > extent[0] && bottom > extent[1] && left < extent[2] && top < extent[3];
  }

  #within(zoom) {
    return Math.min(Math.max(zoom, this.leastZoom), MAX_ZOOM);
  }

  #set(x, y, zoom) {
    Object.assign(this, {x, y, zoom});
    this.#changed();
  }
}
