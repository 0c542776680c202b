/** How nodes and edges look: Cytoscape's stylesheet, and the measured labels it draws. */

const FONT_SIZE = 12.5;
const LINE_HEIGHT = 1.25;
const NODE_WIDTH = 172;
const PADDING = 10;
const MAX_LINES = 3;

/** A status is never told by colour alone: each has a sign before the title. */
const SIGNS = {planned: '○', 'in-progress': '◐', discuss: '?', blocked: '!', done: '✓'};

let painter;

function textWidth(text, font) {
  painter ??= document.createElement('canvas').getContext('2d');
  painter.font = font;
  return painter.measureText(text).width;
}

/** Breaks a title into the lines that fit a node; what is too long ends in an ellipsis. */
function lines(title, font) {
  const fits = (text) => textWidth(text, font) <= NODE_WIDTH - 2 * PADDING;
  const result = [''];
  for (let word of title.split(/\s+/)) {
    const joined = result.at(-1) ? `${result.at(-1)} ${word}` : word;
    if (fits(joined)) {
      result[result.length - 1] = joined;
      continue;
    }
    while (!fits(word)) {
      const room = [...word].findIndex((_, end, letters) => !fits(letters.slice(0, end + 1).join('')));
      result.push([...word].slice(0, Math.max(room, 1)).join(''));
      word = [...word].slice(Math.max(room, 1)).join('');
    }
    result.push(word);
  }
  const filled = result.filter((line) => line);
  if (filled.length <= MAX_LINES) {
    return filled;
  }
  let last = filled[MAX_LINES - 1];
  while (!fits(`${last}…`)) {
    last = last.slice(0, -1);
  }
  return [...filled.slice(0, MAX_LINES - 1), `${last}…`];
}

/** What the drawing of a node needs to know: its label, broken into lines, and its size. */
export function nodeData(node, fontFamily) {
  if (node.group) {
    return {label: node.title, width: NODE_WIDTH, height: 64};
  }
  const broken = lines(`${SIGNS[node.status]} ${node.title}`, `500 ${FONT_SIZE}px ${fontFamily}`);
  const height = Math.max(44, Math.ceil(broken.length * FONT_SIZE * LINE_HEIGHT) + 2 * PADDING);
  return {label: broken.join('\n'), width: NODE_WIDTH, height};
}

function status(name, {fill, border, text}) {
  return {
    selector: `node[status = "${name}"]`,
    style: {'background-color': fill, 'border-color': border, color: text},
  };
}

/** The stylesheet in the given colours. */
export function stylesheet(colors, fontFamily) {
  return [
    {
      selector: 'node',
      style: {
        shape: 'round-rectangle',
        'corner-radius': 8,
        width: 'data(width)',
        height: 'data(height)',
        label: 'data(label)',
        'font-family': fontFamily,
        'font-size': FONT_SIZE,
        'font-weight': 500,
        'line-height': LINE_HEIGHT,
        'text-wrap': 'wrap',
        'text-max-width': 10000,
        'text-valign': 'center',
        'text-halign': 'center',
        'border-width': 1.5,
        'overlay-opacity': 0,
      },
    },
    ...Object.entries(colors.status).map(([name, set]) => status(name, set)),
    {
      selector: 'node[?group]',
      style: {
        'background-color': colors.groupFill,
        'border-color': colors.groupBorder,
        color: colors.groupText,
        'border-width': 1,
        'corner-radius': 14,
        'font-size': 15,
        'font-weight': 600,
        'text-valign': 'top',
        'text-margin-y': 25,
        // edges run under the name
        'text-background-color': colors.groupFill,
        'text-background-opacity': 1,
        'text-background-padding': 3,
        padding: 30,
        'min-width': 120,
      },
    },
    {
      selector: 'edge',
      style: {
        width: 1.5,
        'line-color': colors.edge,
        'target-arrow-color': colors.edge,
        'target-arrow-shape': 'triangle',
        'arrow-scale': 1.1,
        'curve-style': 'bezier',
        'overlay-opacity': 0,
      },
    },
    // the critical path: a double frame and a dashed line, not just another colour
    {selector: 'node.critical', style: {'border-width': 5, 'border-style': 'double', 'border-color': colors.critical}},
    {
      selector: 'edge.critical',
      style: {
        width: 3.5,
        'line-style': 'dashed',
        'line-dash-pattern': [9, 4],
        'line-color': colors.critical,
        'target-arrow-color': colors.critical,
        'z-index': 1,
      },
    },
    // the selection: a ring outside the frame
    {
      selector: 'node.selected',
      style: {'outline-width': 3, 'outline-offset': 3, 'outline-color': colors.selection, 'outline-opacity': 1},
    },
    {selector: 'core', style: {'active-bg-opacity': 0, 'selection-box-opacity': 0}},
  ];
}
