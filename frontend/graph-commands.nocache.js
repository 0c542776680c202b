import {pointOn} from './graph-hit.nocache.js';
import {lineOf} from './graph-lines.nocache.js';
import {download, png, svg} from './graph-picture.nocache.js';
import {ZOOM_STEP} from './graph-view.nocache.js';

/** What the page can have the canvas do, and ask it. */
export class GraphCommands extends HTMLElement {
  stage;
  viewing;

  /** Shows the whole graph. */
  fit() {
    this.viewing?.fit();
  }

  /** Shows what is shown at the beginning. */
  resetView() {
    this.viewing?.reset();
  }

  /** Moves the view, if necessary, so that a task is in it and can be read; one that is not here yet as soon as it is. */
  reveal(id) {
    this.viewing?.reveal(id);
  }

  /** Moves the view so that all of some tasks are in it. */
  revealAll(ids) {
    this.viewing?.revealAll(ids);
  }

  /** Moves the view back to where it was before that, unless the person has moved it. */
  goBack() {
    this.viewing?.goBack();
  }

  /** Dims all tasks but some; none without ids. */
  bringOut(ids = null) {
    this.stage?.filter.set(ids);
    this.stage?.redraw();
  }

  /** Brings out other tasks, too, and dims some; they may be here only after the next patch. */
  changeBroughtOut(added, gone) {
    this.stage?.filter.change(added, gone);
    this.stage?.redraw();
  }

  zoomIn() {
    this.viewing?.zoomBy(ZOOM_STEP);
  }

  zoomOut() {
    this.viewing?.zoomBy(1 / ZOOM_STEP);
  }

  zoomToActualSize() {
    this.viewing?.goTo({zoom: 1});
  }

  /** The tasks are arranged as they should be. */
  fitArranged() {
    this.viewing?.fitArranged();
  }

  /** The patch that comes next arranges the tasks. */
  expectArrangement() {
    this.stage?.expectGlide();
  }

  /** Downloads a PNG of the whole graph; rejects if the browser cannot make one. */
  async screenshot(fileName) {
    download(await png(this.stage), fileName);
  }

  /** Downloads the same picture as SVG. */
  exportSvg(fileName) {
    download(new Blob([svg(this.stage, document.title)], {type: 'image/svg+xml'}), fileName);
  }

  /** Downloads what an address answers; rejects if it cannot be had. */
  async saveFrom(url, fileName) {
    const answer = await fetch(url);
    if (!answer.ok) {
      throw new Error(`${url} answered ${answer.status}.`);
    }
    download(await answer.blob(), fileName);
  }

  print() {
    print();
  }

  /** Whether the first view is shown, and all lines have been found for where the tasks are now. For tests. */
  get settled() {
    return this.viewing.begun && this.stage.settled;
  }

  /** How many dependencies are drawn as straight lines, since there is no way for them around the tasks. */
  get missingWays() {
    return this.stage.missingWays;
  }

  /** Where a task or group is in the window: {x, y, width, height}; null if it is not drawn. For tests. */
  positionOf(id) {
    const {scene, view} = this.stage;
    const [row] = this.stage.rowsOf([id]);
    if (row === undefined) {
      return null;
    }
    const [left, top, right, bottom] = scene.box.subarray(4 * row, 4 * row + 4);
    return {...this.#inWindow(left, top), width: (right - left) * view.zoom, height: (bottom - top) * view.zoom};
  }

  /** A point on the line of a dependency in the window: {x, y}; null if it is not drawn. For tests. */
  positionOfDependency(id) {
    const {links, scene} = this.stage;
    const link = links.find(({ids}) => ids.includes(id));
    return link ? this.#inWindow(...pointOn(lineOf(scene, link))) : null;
  }

  #inWindow(x, y) {
    const {left, top} = this.getBoundingClientRect();
    const [onX, onY] = this.stage.view.toScreen(x, y);
    return {x: left + onX, y: top + onY};
  }
}
