import cytoscape from '../webjars/cytoscape/dist/cytoscape.esm.min.mjs';
import {readColors, watchColors} from './graph-colors.nocache.js';
import {nodeData, stylesheet} from './graph-style.nocache.js';

const PAN_STEP = 60;
const MOVE_STEP = 20;
const ZOOM_STEP = 1.25;
const FIT_PADDING = 32;
const MAX_FIT_ZOOM = 1.2;
// below this, labels are hard to read
const READABLE_ZOOM = 0.85;
const EMPTY = {nodes: [], edges: []};

/**
 * Draws a graph with Cytoscape. State comes down as properties:
 *
 * - graph: {nodes: [{id, parentId, group, title, status, x, y}], edges: [{id, sourceId, targetId}]}
 * - selectedId: the selected node, or null
 * - critical: {nodeIds: [], edgeIds: []}
 *
 * What a person does goes up as events:
 *
 * - selection-changed {id}, id null if nothing is selected any more
 * - node-moved {moves: [{id, x, y}]}, all that were dragged together
 * - node-activated {id}: a double click, or Enter
 * - view-changed {x, y}: the point of the graph in the middle of the view
 */
class GraphCanvas extends HTMLElement {
  #cy;
  #graph = EMPTY;
  #selectedId = null;
  #critical = {nodeIds: [], edgeIds: []};
  #viewed = false;
  #end = [];
  #viewTimer;
  #moves = new Map();

  connectedCallback() {
    this.#adopt('graph');
    this.#adopt('selectedId');
    this.#adopt('critical');
    this.#start();
  }

  disconnectedCallback() {
    clearTimeout(this.#viewTimer);
    this.#end.forEach((end) => end());
    this.#end = [];
    this.#cy?.container().remove();
    this.#cy?.destroy();
    this.#cy = undefined;
    this.#viewed = false;
  }

  get graph() {
    return this.#graph;
  }

  set graph(graph) {
    this.#graph = graph ?? EMPTY;
    this.#draw();
  }

  get selectedId() {
    return this.#selectedId;
  }

  set selectedId(id) {
    this.#selectedId = id || null;
    this.#markSelection();
  }

  get critical() {
    return this.#critical;
  }

  set critical(critical) {
    this.#critical = critical ?? {nodeIds: [], edgeIds: []};
    this.#markCritical();
  }

  /** Shows the whole graph. */
  fit() {
    const cy = this.#cy;
    if (!cy || cy.elements().empty()) {
      this.resetView();
      return;
    }
    cy.resize();
    const box = cy.elements().boundingBox();
    const zoom = Math.min(
      (cy.width() - 2 * FIT_PADDING) / box.w,
      (cy.height() - 2 * FIT_PADDING) / box.h,
      MAX_FIT_ZOOM,
    );
    this.#show(Math.max(zoom, cy.minZoom()), {x: box.x1 + box.w / 2, y: box.y1 + box.h / 2});
  }

  /** Shows the middle of the graph at its natural size. */
  resetView() {
    const cy = this.#cy;
    if (cy) {
      cy.resize();
      const box = cy.elements().empty() ? {x1: 0, y1: 0, w: 0, h: 0} : cy.elements().boundingBox();
      this.#show(1, {x: box.x1 + box.w / 2, y: box.y1 + box.h / 2});
    }
  }

  /** Moves the view, if need be, so that a node is in it. */
  reveal(id) {
    const node = this.#cy?.getElementById(id);
    if (!node || node.empty() || !this.#viewed) {
      return;
    }
    const box = node.renderedBoundingBox();
    if (box.x1 < 0 || box.y1 < 0 || box.x2 > this.#cy.width() || box.y2 > this.#cy.height()) {
      this.#show(this.#cy.zoom(), node.position());
    }
  }

  /** Downloads a picture of the whole graph; rejects if there is none to download. */
  async screenshot(fileName) {
    if (!this.#cy) {
      throw new Error('The graph is not drawn.');
    }
    const blob = await this.#cy.png({
      full: true,
      scale: 2,
      maxWidth: 8000,
      maxHeight: 8000,
      bg: readColors(this).background,
      output: 'blob-promise',
    });
    if (!blob) {
      throw new Error('The browser made no picture.');
    }
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = fileName;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }

  // a property that was set before the element was defined hides the accessor
  #adopt(name) {
    if (Object.hasOwn(this, name)) {
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
  }

  #start() {
    const container = this.appendChild(document.createElement('div'));
    container.className = 'graph-canvas-drawing';
    this.#cy = cytoscape({
      container,
      minZoom: 0.05,
      maxZoom: 3,
      boxSelectionEnabled: false,
      autounselectify: true,
      style: this.#style(),
    });
    this.#listenToGraph();
    this.#listenToPage(container);
    this.#draw();
  }

  #listenToGraph() {
    const cy = this.#cy;
    cy.on('tap', (event) => {
      const id = event.target === cy || event.target.isEdge() ? null : event.target.id();
      this.#select(id);
    });
    cy.on('dbltap', 'node', (event) => this.#emit('node-activated', {id: event.target.id()}));
    cy.on('dragfree', 'node', (event) => this.#collectMoves(event.target));
    cy.on('viewport resize', () => this.#viewChanged());
    cy.on('mouseover', 'node', () => this.classList.add('over-node'));
    cy.on('mouseout', 'node', () => this.classList.remove('over-node'));
  }

  #listenToPage(container) {
    // in a scrolled page Cytoscape's idea of where it is gets stale; and a click must take the focus out of a field,
    // so that what was typed there is saved
    const press = () => {
      this.#cy.resize();
      this.focus({preventScroll: true});
    };
    const keys = (event) => this.#key(event);
    container.addEventListener('pointerdown', press, {capture: true});
    this.addEventListener('keydown', keys);
    const size = new ResizeObserver(() => this.#resized());
    size.observe(this);
    const colors = watchColors(() => this.#cy?.style(this.#style()));
    this.#end = [() => this.removeEventListener('keydown', keys), () => size.disconnect(), colors];
  }

  #fontFamily() {
    return getComputedStyle(this).fontFamily;
  }

  #style() {
    return stylesheet(readColors(this), this.#fontFamily());
  }

  #resized() {
    this.#cy.resize();
    this.#showFirst();
  }

  /**
   * The first view waits for a size and for a graph; after it the view belongs to the person. It shows all of a small graph,
   * and of a large one, which would be too small to read, the beginning.
   */
  #showFirst() {
    const cy = this.#cy;
    if (this.#viewed || this.#graph === EMPTY || !this.clientWidth || !this.clientHeight) {
      return;
    }
    this.fit();
    if (cy.zoom() < READABLE_ZOOM) {
      const first = this.#firstNode().boundingBox();
      cy.viewport({
        zoom: READABLE_ZOOM,
        pan: {x: FIT_PADDING - first.x1 * READABLE_ZOOM, y: 2 * FIT_PADDING - first.y1 * READABLE_ZOOM},
      });
    }
    this.#viewed = true;
    this.#viewChanged();
  }

  #firstNode() {
    return this.#cy.nodes().min((node) => node.boundingBox().x1 + node.boundingBox().y1).ele;
  }

  /** Brings the drawing to the state of the graph, and leaves alone what is unchanged, the view too. */
  #draw() {
    const cy = this.#cy;
    if (!cy) {
      return;
    }
    const fontFamily = this.#fontFamily();
    const {nodes, edges} = this.#graph;
    const wanted = new Set([...nodes, ...edges].map((element) => element.id));
    cy.batch(() => {
      // a group's children leave it before it goes, since they would go with it
      nodes.forEach((node) => {
        const drawn = cy.getElementById(node.id);
        if (drawn.nonempty() && (drawn.data('parent') ?? null) !== (node.parentId ?? null)) {
          drawn.move({parent: cy.getElementById(node.parentId ?? '').nonempty() ? node.parentId : null});
        }
      });
      cy.elements().filter((element) => !wanted.has(element.id())).remove();
      [...nodes].sort((a, b) => b.group - a.group).forEach((node) => this.#drawNode(node, fontFamily));
      edges
        .filter((edge) => cy.getElementById(edge.id).empty())
        .forEach(({id, sourceId, targetId}) => cy.add({group: 'edges', data: {id, source: sourceId, target: targetId}}));
    });
    this.#markSelection();
    this.#markCritical();
    this.#showFirst();
  }

  #drawNode(node, fontFamily) {
    const {id, parentId, group, status, x, y} = node;
    const data = {group, status: group ? undefined : status, ...nodeData(node, fontFamily)};
    const drawn = this.#cy.getElementById(id);
    if (drawn.empty()) {
      this.#cy.add({group: 'nodes', data: {id, parent: parentId ?? undefined, ...data}, position: {x, y}});
      return;
    }
    drawn.data(data);
    if (!drawn.isParent() && !drawn.grabbed()) {
      drawn.position({x, y});
    }
  }

  #markSelection() {
    this.#cy?.batch(() => {
      this.#cy.nodes('.selected').removeClass('selected');
      if (this.#selectedId) {
        this.#cy.getElementById(this.#selectedId).addClass('selected');
      }
    });
  }

  #markCritical() {
    this.#cy?.batch(() => {
      this.#cy.elements('.critical').removeClass('critical');
      [...this.#critical.nodeIds, ...this.#critical.edgeIds].forEach((id) =>
        this.#cy.getElementById(id).addClass('critical'),
      );
    });
  }

  #select(id) {
    if (id !== this.#selectedId) {
      this.selectedId = id;
      this.#emit('selection-changed', {id});
    }
  }

  /** A group that is dragged takes its children along; all of them are told in one event. */
  #collectMoves(node) {
    if (this.#moves.size === 0) {
      queueMicrotask(() => {
        const moves = [...this.#moves.values()];
        this.#moves.clear();
        this.#emit('node-moved', {moves});
      });
    }
    (node.isParent() ? node.descendants().filter((child) => !child.isParent()) : node).forEach((moved) => {
      this.#moves.set(moved.id(), {id: moved.id(), ...moved.position()});
    });
  }

  #key(event) {
    const arrows = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1]};
    if (event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    const [x, y] = arrows[event.key] ?? [];
    if (x !== undefined && event.shiftKey) {
      this.#moveSelected(x * MOVE_STEP, y * MOVE_STEP);
    } else if (x !== undefined) {
      this.#cy.panBy({x: -x * PAN_STEP, y: -y * PAN_STEP});
    } else if (event.key === 'PageUp' || event.key === 'PageDown') {
      this.#zoomBy(event.key === 'PageUp' ? ZOOM_STEP : 1 / ZOOM_STEP);
    } else if (event.key === 'Escape') {
      this.#select(null);
    } else if (event.key === 'Enter' && this.#selectedId) {
      this.#emit('node-activated', {id: this.#selectedId});
    } else {
      return;
    }
    event.preventDefault();
  }

  #moveSelected(x, y) {
    const node = this.#cy.getElementById(this.#selectedId ?? '');
    if (node.nonempty()) {
      (node.isParent() ? node.descendants().filter((child) => !child.isParent()) : node).shift({x, y});
      this.#collectMoves(node);
      this.reveal(node.id());
    }
  }

  #zoomBy(factor) {
    const cy = this.#cy;
    cy.zoom({level: cy.zoom() * factor, renderedPosition: {x: cy.width() / 2, y: cy.height() / 2}});
  }

  #show(zoom, centre) {
    const cy = this.#cy;
    const pan = {x: cy.width() / 2 - centre.x * zoom, y: cy.height() / 2 - centre.y * zoom};
    cy.stop();
    if (this.#viewed && !matchMedia('(prefers-reduced-motion: reduce)').matches) {
      cy.animate({zoom, pan}, {duration: 180});
    } else {
      cy.viewport({zoom, pan});
    }
  }

  #viewChanged() {
    clearTimeout(this.#viewTimer);
    this.#viewTimer = setTimeout(() => {
      const {x1, y1, w, h} = this.#cy.extent();
      this.#emit('view-changed', {x: x1 + w / 2, y: y1 + h / 2});
    }, 200);
  }

  #emit(type, detail) {
    this.dispatchEvent(new CustomEvent(type, {detail}));
  }
}

customElements.define('graph-canvas', GraphCanvas);
