/**
 * The colours of the graph, as tokens.css names them. Cytoscape draws on a canvas, where var() and light-dark() mean nothing,
 * so each colour is resolved in the page and painted once to learn what it comes to.
 */

const STATUSES = ['planned', 'in-progress', 'discuss', 'blocked', 'done'];

/** Reads the colours that hold for an element now, in its colour scheme. */
export function readColors(host) {
  const probe = host.appendChild(document.createElement('span'));
  // in the midst of a transition the computed colour is the old one
  probe.style.setProperty('transition', 'none', 'important');
  const painter = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const read = (name) => {
    probe.style.color = `var(--graph-${name})`;
    painter.clearRect(0, 0, 1, 1);
    painter.fillStyle = getComputedStyle(probe).color;
    painter.fillRect(0, 0, 1, 1);
    const [red, green, blue] = painter.getImageData(0, 0, 1, 1).data;
    return `rgb(${red}, ${green}, ${blue})`;
  };
  const colors = {
    background: read('background'),
    edge: read('edge'),
    selection: read('selection'),
    critical: read('critical'),
    groupFill: read('group-fill'),
    groupBorder: read('group-border'),
    groupText: read('group-text'),
    status: Object.fromEntries(
      STATUSES.map((status) => [
        status,
        {fill: read(`${status}-fill`), border: read(`${status}-border`), text: read(`${status}-text`)},
      ]),
    ),
  };
  probe.remove();
  return colors;
}

/**
 * Calls back when the page may have changed its colours: by the system's setting, or by the page's own attributes.
 * Answers what ends it.
 */
export function watchColors(callback) {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const contrast = matchMedia('(prefers-contrast: more)');
  dark.addEventListener('change', callback);
  contrast.addEventListener('change', callback);
  const root = new MutationObserver(callback);
  root.observe(document.documentElement, {attributeFilter: ['style', 'class', 'theme', 'data-theme']});
  return () => {
    dark.removeEventListener('change', callback);
    contrast.removeEventListener('change', callback);
    root.disconnect();
  };
}
