import {statusOf} from './graph-status.nocache.js';

/** What is said to those who hear the canvas: the selected task, and what it is connected with. */
export function describe({store, scene, selection, filter}, texts) {
  const row = store.indexOf(selection.at(-1));
  if (selection.length > 1) {
    return fill(texts.selected, selection.length);
  }
  if (row < 0) {
    return texts.nothingSelected ?? '';
  }
  const {source, target} = store.dependencies;
  const before = target.filter((end) => end === row).length;
  const after = source.filter((end) => end === row).length;
  const parent = store.parent[row];
  return [
    store.title[row],
    store.group[row] ? texts.group : undefined,
    filter.dimmedRows(store).has(row) ? texts.notInFilter : undefined,
    texts.statuses?.[statusOf(scene, row)],
    parent >= 0 && scene.kind[parent] ? fill(texts.inGroup, store.title[parent]) : undefined,
    before ? fill(texts.dependsOn, before) : undefined,
    after ? fill(texts.leadsTo, after) : undefined,
  ].filter(Boolean).join(', ');
}

function fill(text, value) {
  return text?.replace('{0}', value);
}
