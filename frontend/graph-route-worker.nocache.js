import {Routes} from './graph-routes.nocache.js';

/** Looks for the ways of links beside the page. What came meanwhile is answered together, once for each drawing. */

const drawings = new Map();
const waiting = new Map();

addEventListener('message', ({data}) => {
  if (waiting.size === 0) {
    setTimeout(work, 0);
  }
  waiting.set(data.drawing, [...(waiting.get(data.drawing) ?? []), data]);
});

function work() {
  const all = [...waiting.values()];
  waiting.clear();
  for (const messages of all) {
    const {drawing, scale, apart} = messages[0];
    if (!drawings.has(drawing)) {
      drawings.set(drawing, new Routes(scale, apart));
    }
    const routes = drawings.get(drawing);
    routes.update({
      boxes: messages.flatMap(({boxes}) => boxes),
      links: messages.flatMap(({links}) => links),
      live: messages.every(({live}) => live),
    });
    const answer = {drawing, turns: messages.length, ...routes.lines()};
    postMessage(answer, [answer.points.buffer, answer.ends.buffer]);
  }
}
