/** Finds the boxes near a place: a grid of squares, each with the boxes that touch it. */

const CELL = 320;

// a square's number: enough for a million squares each way
const square = (column, row) => (column + 524288) * 1048576 + row + 524288;

export class Grid {
  #squares = new Map();
  #boxes = new Map();
  #seen = new Map();
  #stamp = 0;

  /** Adds or moves a box, which has a number of its own; one without extent is taken out. */
  put(number, left, top, right, bottom) {
    this.remove(number);
    if (right > left) {
      this.#boxes.set(number, [left, top, right, bottom]);
      this.#each(left, top, right, bottom, (key) => {
        const there = this.#squares.get(key);
        if (there) {
          there.push(number);
        } else {
          this.#squares.set(key, [number]);
        }
      });
    }
  }

  remove(number) {
    const box = this.#boxes.get(number);
    if (box) {
      this.#each(...box, (key) => {
        const there = this.#squares.get(key);
        there.splice(there.indexOf(number), 1);
      });
      this.#boxes.delete(number);
    }
  }

  /** The box of a number: left, top, right, bottom. */
  box(number) {
    return this.#boxes.get(number);
  }

  /** The numbers of all boxes that touch a rectangle. */
  touching(left, top, right, bottom) {
    const found = [];
    const stamp = ++this.#stamp;
    this.#each(left, top, right, bottom, (key) => {
      for (const number of this.#squares.get(key) ?? []) {
        const box = this.#boxes.get(number);
        if (
          this.#seen.get(number) !== stamp &&
          box[0] < right && box[2] > left && box[1] < bottom && box[3] > top
        ) {
          this.#seen.set(number, stamp);
          found.push(number);
        }
      }
    });
    return found;
  }

  #each(left, top, right, bottom, visit) {
    const lastColumn = Math.floor(right / CELL);
    const lastRow = Math.floor(bottom / CELL);
    for (let column = Math.floor(left / CELL); column <= lastColumn; column++) {
      for (let row = Math.floor(top / CELL); row <= lastRow; row++) {
        visit(square(column, row));
      }
    }
  }
}
