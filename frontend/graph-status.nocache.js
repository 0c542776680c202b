/**
 * The status of a row, as its name in style sheets. That of a group follows from its tasks, by the rule of GroupProgress.java;
 * undefined if there are none.
 */
export function statusOf({store, counts}, row) {
  const {statuses} = store;
  if (!store.group[row]) {
    return statuses[store.status[row]];
  }
  const count = (status) => counts[row][statuses.indexOf(status)] ?? 0;
  const tasks = counts[row].reduce((all, one) => all + one, 0);
  if (!tasks) {
    return undefined;
  }
  return count('done') === tasks ? 'done'
    : count('blocked') ? 'blocked'
    : count('done') || count('in-progress') ? 'in-progress'
    : count('discuss') ? 'discuss'
    : 'planned';
}
