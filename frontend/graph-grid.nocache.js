/** Finds the boxes near a place: a grid of squares, each with the numbers of the boxes that touch it. */

const CELL = 256;

// a square's number: enough for a million squares each way
const square = (column, row) => (column + 524288) * 1048576 + row + 524288;

export class Grid {
  #squares = new Map();
  #boxes = [];
  #seen = [];
  #stamp = 0;

  /** Adds or moves a box, which has a small number of its own; one without extent is taken out. */
  put(number, left, top, right, bottom) {
    this.remove(number);
    if (right > left) {
      this.#boxes[number] = [left, top, right, bottom];
      this.#seen[number] = 0;
      this.#each(number, (there) => there.push(number));
    }
  }

  remove(number) {
    if (this.#boxes[number]) {
      this.#each(number, (there) => there.splice(there.indexOf(number), 1));
      this.#boxes[number] = undefined;
    }
  }

  /** The box of a number: left, top, right, bottom. */
  box(number) {
    return this.#boxes[number];
  }

  /** The numbers of all boxes that touch a rectangle. */
  touching(left, top, right, bottom) {
    const found = [];
    const stamp = ++this.#stamp;
    const [lastColumn, lastRow] = [Math.floor(right / CELL), Math.floor(bottom / CELL)];
    for (let column = Math.floor(left / CELL); column <= lastColumn; column++) {
      for (let row = Math.floor(top / CELL); row <= lastRow; row++) {
        const there = this.#squares.get(square(column, row));
        for (let at = 0; there && at < there.length; at++) {
          const number = there[at];
          const box = this.#boxes[number];
          if (
            this.#seen[number] !== stamp &&
            box[0] < right && box[2] > left && box[1] < bottom && box[3] > top
          ) {
            this.#seen[number] = stamp;
            found.push(number);
          }
        }
      }
    }
    return found;
  }

  #each(number, change) {
    const [left, top, right, bottom] = this.#boxes[number];
    for (let column = Math.floor(left / CELL); column <= Math.floor(right / CELL); column++) {
      for (let row = Math.floor(top / CELL); row <= Math.floor(bottom / CELL); row++) {
        const key = square(column, row);
        if (!this.#squares.has(key)) {
          this.#squares.set(key, []);
        }
        change(this.#squares.get(key));
      }
    }
  }
}
