/**
 * The nodes of a graph as a list, for those who cannot see or point at the canvas: a listbox with one option for each node.
 * State comes down as properties:
 *
 * - items: [{id, label, level, group, status, statusName}], in the order of the list
 * - selectedId: the selected node, or null
 * - name: the list's accessible name
 *
 * What a person does goes up as events: selection-changed {id}, and node-activated {id} for Enter or a double click.
 */
class TaskOutline extends HTMLElement {
  #list;
  #items = [];
  #selectedId = null;
  #options = new Map();
  #timer;

  connectedCallback() {
    for (const name of ['items', 'selectedId', 'name']) {
      if (Object.hasOwn(this, name)) {
        const value = this[name];
        delete this[name];
        this[name] = value;
      }
    }
    this.#listbox();
  }

  get items() {
    return this.#items;
  }

  set items(items) {
    this.#items = items ?? [];
    this.#draw();
  }

  get selectedId() {
    return this.#selectedId;
  }

  set selectedId(id) {
    // while a person walks on, this is the answer to an earlier step; where they come to rest will be told
    if (!this.#timer) {
      this.#show(id);
    }
  }

  get name() {
    return this.#listbox().getAttribute('aria-label');
  }

  set name(name) {
    this.#listbox().setAttribute('aria-label', name);
  }

  #listbox() {
    if (!this.#list) {
      this.#list = this.appendChild(document.createElement('div'));
      this.#list.className = 'outline-list';
      this.#list.setAttribute('role', 'listbox');
      this.#list.tabIndex = 0;
      this.#list.addEventListener('keydown', (event) => this.#key(event));
      this.#list.addEventListener('click', (event) => this.#pick(event, (id) => this.#select(id, 0)));
      this.#list.addEventListener('dblclick', (event) => this.#pick(event, (id) => this.#activate(id)));
    }
    return this.#list;
  }

  #pick(event, then) {
    const option = event.target.closest('[role=option]');
    if (option) {
      then(option.dataset.id);
    }
  }

  #draw() {
    this.#options = new Map(this.#items.map((item) => [item.id, this.#option(item)]));
    this.#listbox().replaceChildren(...this.#options.values());
    this.#mark();
  }

  #option({id, label, level, group, status, statusName}) {
    const option = document.createElement('div');
    option.id = `outline-${id}`;
    option.dataset.id = id;
    option.setAttribute('role', 'option');
    option.style.setProperty('--level', level);
    const title = document.createElement('span');
    title.className = group ? 'outline-group' : 'outline-title';
    title.textContent = label;
    const state = document.createElement('span');
    state.className = 'outline-status';
    state.textContent = statusName;
    if (!group) {
      const dot = document.createElement('span');
      dot.className = `status-dot status-${status}`;
      option.append(dot);
    }
    // the comma is for the ear only: the option is read as one text
    const pause = document.createElement('span');
    pause.className = 'visually-hidden';
    pause.textContent = ', ';
    option.append(title, pause, state);
    return option;
  }

  #mark() {
    const list = this.#listbox();
    this.#options.forEach((option, id) => option.setAttribute('aria-selected', String(id === this.#selectedId)));
    const selected = this.#options.get(this.#selectedId);
    if (selected) {
      list.setAttribute('aria-activedescendant', selected.id);
      this.#scrollTo(selected);
    } else {
      list.removeAttribute('aria-activedescendant');
    }
  }

  // not scrollIntoView, which would scroll the page as well
  #scrollTo(option) {
    const list = this.#listbox();
    const top = option.offsetTop;
    const bottom = top + option.offsetHeight;
    if (top < list.scrollTop) {
      list.scrollTop = top;
    } else if (bottom > list.scrollTop + list.clientHeight) {
      list.scrollTop = bottom - list.clientHeight;
    }
  }

  #key(event) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || this.#items.length === 0) {
      return;
    }
    const at = this.#items.findIndex((item) => item.id === this.#selectedId);
    const last = this.#items.length - 1;
    const to = {ArrowDown: Math.min(at + 1, last), ArrowUp: Math.max(at - 1, 0), Home: 0, End: last}[event.key];
    if (to !== undefined) {
      this.#select(this.#items[to].id, 150);
    } else if (event.key === 'Enter' && this.#selectedId) {
      this.#activate(this.#selectedId);
    } else if (event.key === 'Escape') {
      this.#select(null, 0);
    } else {
      return;
    }
    event.preventDefault();
  }

  /** Walking through the list tells the server where it came to rest, not each step. */
  #select(id, delay) {
    if (id !== this.#selectedId) {
      this.#show(id);
      this.#stopTimer();
      this.#timer = setTimeout(() => {
        this.#timer = undefined;
        this.#emit('selection-changed', id);
      }, delay);
    }
  }

  #show(id) {
    this.#selectedId = id || null;
    this.#mark();
  }

  #stopTimer() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #activate(id) {
    this.#stopTimer();
    this.#emit('node-activated', id);
  }

  #emit(type, id) {
    this.dispatchEvent(new CustomEvent(type, {detail: {id}}));
  }
}

customElements.define('task-outline', TaskOutline);
