/**
 * The colours of the graph, as tokens.css names them. On a canvas var(), light-dark() and the system's colours mean nothing, so each
 * is resolved in the page and painted once to learn what it comes to.
 */

const STATUSES = ['planned', 'in-progress', 'discuss', 'blocked', 'done'];
const PREFERENCES = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', '(forced-colors: active)'];

/**
 * Reads the colours that hold for an element now.
 *
 * @param scheme 'light' or 'dark' for those of that scheme; otherwise those of the element's own
 */
export function readColors(host, scheme = '') {
  const probe = host.appendChild(document.createElement('span'));
  // in the midst of a transition the computed colour is the old one
  probe.style.setProperty('transition', 'none', 'important');
  probe.style.colorScheme = scheme;
  // the tokens say what is to be forced; otherwise all would be the colour of text
  probe.style.setProperty('forced-color-adjust', 'none');
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
    dimmedBorder: read('dimmed-border'),
    dimmedText: read('dimmed-text'),
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

/** Calls back when the page may have changed its colours: by the system's settings, or by the page's own attributes. */
export function watchColors(callback, signal) {
  PREFERENCES.forEach((query) => matchMedia(query).addEventListener('change', callback, {signal}));
  const root = new MutationObserver(callback);
  root.observe(document.documentElement, {attributeFilter: ['style', 'class', 'theme', 'data-theme']});
  signal.addEventListener('abort', () => root.disconnect());
}
