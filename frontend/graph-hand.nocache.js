/** What a person has taken hold of: tasks that are off their places, groups with all that is in them, moved by an offset. */
export class Hand {
  /** rows */
  lifted = new Set();
  offset = [0, 0];
  #scene;
  #ids = [];
  /** The boxes of groups that keep them while something in them is in the hand, by id, and their rows. */
  #held = new Map();
  #heldRows = new Set();

  constructor(scene) {
    this.#scene = scene;
  }

  /** @param out whether tasks may leave the groups that they are in, which are not stretched then */
  lift(ids, out = false) {
    const {store} = this.#scene;
    this.#ids = ids;
    this.offset = [0, 0];
    this.lifted = this.#rows();
    const held = out ? this.#framesAround() : [];
    this.#held = new Map(held.map((row) => [store.id[row], this.#scene.boxOf(row)]));
    this.#heldRows = new Set(held);
    return this.lifted.size > 0;
  }

  move(x, y) {
    this.offset = [x, y];
    this.#scene.place();
  }

  /** To be called when rows may be others. */
  rebuild() {
    const {store} = this.#scene;
    this.lifted = this.#rows();
    this.#heldRows = new Set([...this.#held.keys()].map((id) => store.indexOf(id)).filter((row) => row >= 0));
  }

  holds(row) {
    return this.#heldRows.has(row);
  }

  /** The box that a group keeps; undefined if it is drawn around its content. */
  heldBox(row) {
    return this.holds(row) ? this.#held.get(this.#scene.store.id[row]) : undefined;
  }

  /** Puts down what was lifted, where it is or back where it was; answers where groups and tasks have come to be. */
  drop(back = false) {
    const moves = back ? [] : this.#moves();
    this.lift([]);
    this.#scene.place();
    return moves;
  }

  /**
   * Puts down what was lifted in another group, or in none. The scene is to be built again afterwards.
   *
   * @param groupId null for none
   */
  dropInto(groupId) {
    const scene = this.#scene;
    const {store} = scene;
    const outermost = [...this.lifted].filter((row) => !this.lifted.has(store.parent[row]));
    const left = new Set(outermost.map((row) => store.parent[row]));
    const moves = this.#moves();
    store.regroup(outermost, store.indexOf(groupId));
    for (const row of left) {
      // a group that has become empty stays where it was around its tasks
      if (row >= 0 && scene.isFrame(row) && !store.parent.includes(row)) {
        moves.push(this.#moveTo(row, scene.centre(row)));
      }
    }
    this.lift([]);
    return {moves, regrouped: outermost.map((row) => store.id[row]), groupId};
  }

  #rows() {
    const {store} = this.#scene;
    const rows = this.#ids.map((id) => store.indexOf(id)).filter((row) => row >= 0);
    return new Set(rows.flatMap((row) => [...store.withContent(row)]));
  }

  #framesAround() {
    const {parent} = this.#scene.store;
    const around = new Set();
    for (const row of this.lifted) {
      for (let into = parent[row]; into >= 0 && !this.lifted.has(into); into = parent[into]) {
        around.add(into);
      }
    }
    return [...around].filter((row) => this.#scene.isFrame(row));
  }

  #moves() {
    return [...this.lifted].map((row) => this.#moveTo(row, this.#placeOf(row)));
  }

  #moveTo(row, [x, y]) {
    const {store} = this.#scene;
    store.move(row, Math.round(x), Math.round(y));
    return {id: store.id[row], x: store.x[row], y: store.y[row]};
  }

  /** Where something is that was lifted: what is in a collapsed group has no box. */
  #placeOf(row) {
    const {store} = this.#scene;
    const [x, y] = this.offset;
    return this.#scene.isHidden(row) ? [store.x[row] + x, store.y[row] + y] : this.#scene.centre(row);
  }
}
