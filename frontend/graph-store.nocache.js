/**
 * The graph of a project as the server sends it: columns, one array for each property, and dependencies by the index of their
 * tasks. Changes come as patches of absolute rows, so one that comes twice does no harm.
 */
export class GraphStore {
  revision = -1;
  statuses = [];
  #at = new Map();
  #dependencyAt = new Map();
  /** For each task that was moved here and not confirmed, the number of its last moves, and the place patches have told since. */
  #unconfirmed = new Map();
  #moves = 1;

  constructor() {
    this.#clear();
  }

  get size() {
    return this.id.length;
  }

  /** Takes over what `GET /projects/{id}/graph` answered. */
  load({revision, statuses, tasks, dependencies}) {
    this.revision = revision;
    this.statuses = statuses;
    this.#unconfirmed.clear();
    Object.assign(this, {
      id: [...tasks.id],
      parent: withoutCircles(tasks.parent),
      group: tasks.group.map(Number),
      title: [...tasks.title],
      status: [...tasks.status],
      x: [...tasks.x],
      y: [...tasks.y],
      collapsed: tasks.collapsed ? tasks.collapsed.map(Number) : tasks.id.map(() => 0),
      dependencies: {id: [...dependencies.id], source: [...dependencies.source], target: [...dependencies.target]},
    });
    this.#index();
  }

  /** The same columns as `load` takes. */
  columns() {
    const {revision, statuses, id, parent, group, title, status, x, y, collapsed, dependencies} = this;
    return {revision, statuses, tasks: {id, parent, group, title, status, x, y, collapsed}, dependencies};
  }

  /** Applies a patch; answers whether it was 'applied', 'known' already, or shows a 'gap': one before it never came. */
  apply(patch) {
    if (patch.to <= this.revision) {
      return 'known';
    }
    if (this.revision < 0 || patch.from > this.revision) {
      return 'gap';
    }
    this.#remove(new Set(patch.removedTasks), new Set(patch.removedDependencies));
    const rows = patch.tasks ?? [];
    rows.forEach((row) => this.#put(row));
    // a parent may come after its child
    rows.forEach((row) => (this.parent[this.#at.get(row.id)] = this.indexOf(row.parentId)));
    if (rows.some((row) => row.parentId)) {
      this.parent = withoutCircles(this.parent);
    }
    (patch.dependencies ?? []).forEach((dependency) => this.#connect(dependency));
    this.revision = patch.to;
    return 'applied';
  }

  /** Moves a task, which the server learns of only afterwards; places that patches tell meanwhile are shown when it has. */
  move(index, x, y) {
    if (x !== this.x[index] || y !== this.y[index]) {
      const id = this.id[index];
      this.#unconfirmed.set(id, {...this.#unconfirmed.get(id), moves: this.#moves});
      this.#place(index, [x, y]);
    }
  }

  /** Puts tasks into a group, -1 for none, which the server learns of with their moves. */
  regroup(rows, group) {
    rows.forEach((row) => (this.parent[row] = group));
  }

  /** To be called when a gesture is over: the number by which its moves are confirmed. */
  endMoves() {
    return this.#moves++;
  }

  /** The server has handled moves, whatever became of them; answers whether another place is shown now. */
  confirm(moves) {
    let changed = false;
    this.#unconfirmed.forEach(({moves: last, place}, id) => {
      if (last <= moves) {
        this.#unconfirmed.delete(id);
        if (place) {
          this.#place(this.indexOf(id), place);
          changed = true;
        }
      }
    });
    return changed;
  }

  #place(index, [x, y]) {
    this.x[index] = x;
    this.y[index] = y;
  }

  /** The index of a task, or -1. */
  indexOf(id) {
    return this.#at.get(id) ?? -1;
  }

  /** A task and all that is in it. */
  withContent(index) {
    const inside = new Set([index]);
    for (let found = -1; found !== inside.size; ) {
      found = inside.size;
      this.parent.forEach((parent, child) => inside.has(parent) && inside.add(child));
    }
    return inside;
  }

  #clear() {
    this.load({
      revision: -1,
      statuses: [],
      tasks: {id: [], parent: [], group: [], title: [], status: [], x: [], y: []},
      dependencies: {id: [], source: [], target: []},
    });
  }

  #index() {
    this.#at = new Map(this.id.map((id, index) => [id, index]));
    this.#dependencyAt = new Map(this.dependencies.id.map((id, index) => [id, index]));
  }

  #put({id, group, title, status, x, y, collapsed}) {
    let index = this.#at.get(id);
    if (index === undefined) {
      index = this.id.push(id) - 1;
      this.#at.set(id, index);
    }
    this.parent[index] = -1;
    this.group[index] = Number(group);
    this.title[index] = title;
    this.status[index] = Math.max(this.statuses.indexOf(status), 0);
    const moved = this.#unconfirmed.get(id);
    if (moved) {
      moved.place = [x, y];
    } else {
      this.#place(index, [x, y]);
    }
    this.collapsed[index] = Number(collapsed ?? false);
  }

  #connect({id, sourceId, targetId}) {
    const source = this.indexOf(sourceId);
    const target = this.indexOf(targetId);
    if (!this.#dependencyAt.has(id) && source >= 0 && target >= 0) {
      this.#dependencyAt.set(id, this.dependencies.id.push(id) - 1);
      this.dependencies.source.push(source);
      this.dependencies.target.push(target);
    }
  }

  #remove(tasks, dependencies) {
    if (tasks.size === 0 && dependencies.size === 0) {
      return;
    }
    tasks.forEach((id) => this.#unconfirmed.delete(id));
    const moved = new Int32Array(this.size).fill(-1);
    let kept = 0;
    this.id.forEach((id, index) => tasks.has(id) || (moved[index] = kept++));
    for (const column of ['id', 'parent', 'group', 'title', 'status', 'x', 'y', 'collapsed']) {
      this[column] = this[column].filter((_, index) => moved[index] >= 0);
    }
    this.parent = this.parent.map((parent) => (parent < 0 ? -1 : moved[parent]));
    const {id, source, target} = this.dependencies;
    const stays = (index) => !dependencies.has(id[index]) && moved[source[index]] >= 0 && moved[target[index]] >= 0;
    this.dependencies = {
      id: id.filter((_, index) => stays(index)),
      source: source.filter((_, index) => stays(index)).map((end) => moved[end]),
      target: target.filter((_, index) => stays(index)).map((end) => moved[end]),
    };
    this.#index();
  }
}

/** A database edited by hand may contain groups that lie in each other: those of a circle lie in none. */
function withoutCircles(parent) {
  const isInItself = (row) => {
    let into = parent[row];
    for (let level = 0; into >= 0 && into !== row && level < parent.length; level++) {
      into = parent[into];
    }
    return into === row;
  };
  return parent.map((into, row) => (isInItself(row) ? -1 : into));
}
