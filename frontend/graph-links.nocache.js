/**
 * The links to draw between the boxes of a scene: dependencies, joined where a group stands for the tasks in it.
 *
 * @param standsForContent whether a row is drawn in place of all that is in it
 * @param former links drawn before: new ones keep their lines, since an older line is better than none
 */
export function linksOf({store, kind}, standsForContent, former) {
  const {id, parent, dependencies} = store;
  const shown = Int32Array.from(kind, (_, row) => {
    let outermost = row;
    for (let into = row; into >= 0; into = parent[into]) {
      if (standsForContent(into)) {
        outermost = into;
      }
    }
    return outermost;
  });
  const drawn = new Map(former.map((link) => [link.key, link]));
  const links = new Map();
  dependencies.id.forEach((dependencyId, index) => {
    const source = shown[dependencies.source[index]];
    const target = shown[dependencies.target[index]];
    if (source === target || contains(parent, source, target) || contains(parent, target, source)) {
      return;
    }
    const key = `${id[source]}>${id[target]}`;
    const link = links.get(key);
    if (link) {
      link.ids.push(dependencyId);
    } else {
      const {route, ends} = drawn.get(key) ?? {};
      links.set(key, {key, ids: [dependencyId], source, target, route, ends});
    }
  });
  return [...links.values()];
}

function contains(parent, group, row) {
  let into = parent[row];
  while (into >= 0 && into !== group) {
    into = parent[into];
  }
  return into >= 0;
}
