/** The wheel and two fingers on a touchpad: they move the view; with Ctrl or Cmd, and when pinched, they zoom at the pointer. */

const LINE = 16;
/** A notch of a wheel comes as some hundred pixels, a pinch as a few; the same factor serves both if notches are capped. */
const ZOOM_RATE = 0.01;
const MOST = 24;

/** Listens until the signal is aborted; the page around the canvas never scrolls or zooms by what happens on it. */
export function listenToWheel({canvas, view}, signal) {
  canvas.addEventListener('wheel', (event) => {
    event.preventDefault();
    const unit = event.deltaMode === 1 ? LINE : event.deltaMode === 2 ? view.height : 1;
    const [x, y] = [event.deltaX * unit, event.deltaY * unit];
    if (event.ctrlKey || event.metaKey) {
      const {left, top} = canvas.getBoundingClientRect();
      const step = Math.min(Math.max(y || x, -MOST), MOST);
      view.zoomAt(Math.exp(-step * ZOOM_RATE), event.clientX - left, event.clientY - top);
    } else if (event.shiftKey && !x) {
      view.panBy(y, 0);
    } else {
      view.panBy(x, y);
    }
  }, {passive: false, signal});

  // Safari tells a pinch on a touchpad by events of its own
  let scale = 1;
  const pinch = (event) => {
    event.preventDefault();
    const {left, top} = canvas.getBoundingClientRect();
    if (event.type === 'gesturechange') {
      view.zoomAt(event.scale / scale, event.clientX - left, event.clientY - top);
    }
    scale = event.type === 'gestureend' ? 1 : event.scale;
  };
  for (const type of ['gesturestart', 'gesturechange', 'gestureend']) {
    canvas.addEventListener(type, pinch, {signal});
  }
}
