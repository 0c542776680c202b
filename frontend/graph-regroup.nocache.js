import {CLOSED} from './graph-scene.nocache.js';

/**
 * Finds out which group a drag puts what is in the hand into: the one under the pointer, which must be another than where the drag
 * began, so that a task that lies over a foreign group can be moved a little without getting into it.
 */
export class Regrouping {
  #stage;
  #id;
  #firstId;

  /** @param id what the pointer took hold of, of all that is lifted */
  constructor(stage, id, x, y) {
    this.#stage = stage;
    this.#id = id;
    this.#firstId = this.#groupAt(x, y);
  }

  /** What a drop at a point of the graph changes: {groupId}, null for no group; undefined if it changes no group. */
  at(x, y) {
    const groupId = this.#groupAt(x, y);
    const {store, scene} = this.#stage;
    let row = store.indexOf(this.#id);
    while (row >= 0 && scene.hand.lifted.has(store.parent[row])) {
      row = store.parent[row];
    }
    const parentId = store.id[store.parent[row]] ?? null;
    return row < 0 || groupId === this.#firstId || groupId === parentId ? undefined : {groupId};
  }

  /** The innermost group that is not in the hand itself; null for none. */
  #groupAt(x, y) {
    const {scene, store} = this.#stage;
    const closed = scene.grid.touching(x, y, x + 1e-6, y + 1e-6)
      .find((row) => scene.kind[row] === CLOSED && !scene.hand.lifted.has(row));
    // outer frames come first
    const frame = scene.frames.findLast((row) => !scene.hand.lifted.has(row) && scene.contains(row, x, y));
    return store.id[closed ?? frame] ?? null;
  }
}
