import {click, doubleClick, hover} from './graph-clicks.nocache.js';
import {carry, connect, frame, pan, pinch} from './graph-drags.nocache.js';

/** How far a pointer may stray and still click, in pixels: a finger farther than a mouse. */
const STRAY = {mouse: 4, pen: 6, touch: 10};
const LONG_PRESS = 450;
/** Near the edge of the canvas a drag moves the view. */
const EDGE = 28;
const EDGE_SPEED = 12;
/** How long it must stay there: a frame may be drawn to the edge without a move of the view. */
const EDGE_REST = 400;

/** What mouse, pen and fingers do on the canvas. */
export class Gestures {
  #stage;
  #host;
  #pointers = new Map();
  #press;
  #drag;
  #timer;
  #edgeFrame;
  #edgeSince;
  #at = [0, 0];

  constructor(stage, host, signal) {
    this.#stage = stage;
    this.#host = host;
    const listen = (type, heard) =>
      stage.canvas.addEventListener(type, heard, {signal});
    listen('pointerdown', (event) => this.#down(event));
    listen('pointermove', (event) => this.#move(event));
    listen('pointerup', (event) => this.#up(event));
    listen('pointercancel', (event) => this.#lost(event));
    listen('pointerleave', () => this.#drag || hover(stage));
    listen('dblclick', (event) => doubleClick(stage, ...this.#place(event)));
    signal.addEventListener('abort', () => this.cancel());
    listen('contextmenu', (event) => this.#press?.touch && event.preventDefault());
  }

  /** Ends what is going on as if it had not begun; answers whether there was anything. */
  cancel() {
    const running = this.#drag;
    this.#end();
    this.#press = undefined;
    running?.cancel();
    return running !== undefined;
  }

  #down(event) {
    if (event.button > 1 || this.#pointers.size > 1) {
      return;
    }
    // a click takes the focus out of a field, so that what was typed there is saved; keys then act on the graph
    this.#host.focus({preventScroll: true});
    event.preventDefault();
    this.#stage.canvas.setPointerCapture(event.pointerId);
    this.#stage.view.stop();
    const [x, y] = this.#place(event);
    this.#pointers.set(event.pointerId, {x, y});
    if (this.#pointers.size === 2) {
      this.cancel();
      this.#drag = pinch(this.#stage, [...this.#pointers.values()]);
      return;
    }
    const touch = event.pointerType === 'touch';
    const hit = this.#stage.hit(x, y);
    this.#press = {
      x, y, touch, hit,
      // rows may be others when the pointer moves on
      id: this.#stage.store.id[hit.row],
      stray: STRAY[event.pointerType] ?? STRAY.mouse,
      middle: event.button === 1,
      shift: event.shiftKey,
      control: event.ctrlKey || event.metaKey,
      toggle: event.shiftKey || event.ctrlKey || event.metaKey,
    };
    if (touch) {
      this.#timer = setTimeout(() => this.#longPress(), LONG_PRESS);
    }
  }

  #move(event) {
    const [x, y] = this.#place(event);
    if (this.#pointers.has(event.pointerId)) {
      this.#pointers.set(event.pointerId, {x, y});
    }
    this.#at = [x, y];
    const press = this.#press;
    if (this.#drag?.moveAll) {
      this.#drag.moveAll([...this.#pointers.values()]);
    } else if (this.#drag) {
      this.#drag.move(x, y);
      this.#moveViewAtEdge();
    } else if (press && Math.hypot(x - press.x, y - press.y) > press.stray) {
      this.#begin(this.#dragOf(press));
      this.#drag.move(x, y);
    } else if (!press && event.pointerType !== 'touch') {
      hover(this.#stage, this.#stage.hit(x, y));
    }
  }

  #up(event) {
    if (!this.#pointers.delete(event.pointerId)) {
      return;
    }
    const [x, y] = this.#place(event);
    const drag = this.#drag;
    const press = this.#press;
    this.#end();
    this.#press = undefined;
    if (drag) {
      drag.end(x, y);
      this.#pointers.clear();
    } else if (press && !press.middle) {
      click(this.#stage, press, press.toggle);
    }
  }

  #lost(event) {
    this.#pointers.delete(event.pointerId);
    this.cancel();
  }

  #dragOf(press) {
    const {x, y, hit, id, touch} = press;
    const stage = this.#stage;
    if (press.middle) {
      return pan(stage, x, y);
    }
    if (hit.handle) {
      return connect(stage, id);
    }
    if (press.shift) {
      return frame(stage, x, y, press.control);
    }
    if (id === undefined || (touch && !press.long && !stage.selection.includes(id))) {
      return pan(stage, x, y);
    }
    if (!stage.selection.includes(id)) {
      stage.select(press.toggle ? [...stage.selection, id] : [id]);
    }
    return carry(stage, id, x, y);
  }

  #begin(drag) {
    clearTimeout(this.#timer);
    this.#drag = drag;
    hover(this.#stage);
    this.#stage.canvas.style.cursor = drag.cursor ?? '';
  }

  #end() {
    clearTimeout(this.#timer);
    cancelAnimationFrame(this.#edgeFrame);
    this.#edgeFrame = undefined;
    this.#edgeSince = undefined;
    this.#drag = undefined;
    this.#stage.canvas.style.cursor = '';
  }

  /** A finger that rests on a task takes hold of it. */
  #longPress() {
    const press = this.#press;
    if (press?.id !== undefined && !this.#drag) {
      press.long = true;
      click(this.#stage, press, false);
      this.#begin(this.#dragOf(press));
    }
  }

  #moveViewAtEdge() {
    if (this.#edgeFrame || !this.#drag?.atEdge) {
      return;
    }
    const [x, y] = this.#at;
    const {width, height} = this.#stage.view;
    const push = (at, size) => (at < EDGE ? -EDGE_SPEED : at > size - EDGE ? EDGE_SPEED : 0);
    const [pushX, pushY] = [push(x, width), push(y, height)];
    if (!pushX && !pushY) {
      this.#edgeSince = undefined;
    } else {
      this.#edgeSince ??= performance.now();
      this.#edgeFrame = requestAnimationFrame((now) => {
        this.#edgeFrame = undefined;
        if (now - this.#edgeSince > EDGE_REST) {
          this.#stage.view.panBy(pushX, pushY);
          this.#drag?.move(...this.#at);
        }
        this.#moveViewAtEdge();
      });
    }
  }

  #place(event) {
    const {left, top} = this.#stage.canvas.getBoundingClientRect();
    return [event.clientX - left, event.clientY - top];
  }
}
