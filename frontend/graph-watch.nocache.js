/** Calls back at once and whenever the element's size, or the number of pixels on the screen for each of the page's, is another. */
export function watchSize(host, measured, signal) {
  const size = new ResizeObserver(measured);
  size.observe(host);
  signal.addEventListener('abort', () => size.disconnect());
  // the window came to another screen, or the page is zoomed
  const watchRatio = () => {
    const changed = () => {
      measured();
      watchRatio();
    };
    matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener('change', changed, {once: true, signal});
  };
  watchRatio();
}

/** Takes properties over that were set before the element was defined: they hide its accessors. */
export function adopt(element, names) {
  for (const name of names) {
    if (Object.hasOwn(element, name)) {
      const value = element[name];
      delete element[name];
      element[name] = value;
    }
  }
}
