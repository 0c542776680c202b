/*
 * Keeps what is typed beside it until the server has it, also when the page is loaded again meanwhile, for example since a
 * restarted server does not know it any more. The key says of what the fields are; what was kept under a key is told when the
 * key is set.
 */

/** Whether nothing may be kept any more. */
let ended = false;

const PREFIX = 'graph-tracker.kept.';
const FIELDS = 'vaadin-text-field, vaadin-text-area';

const read = (key) => JSON.parse(sessionStorage.getItem(PREFIX + key) ?? '{}');

function write(key, texts) {
  if (Object.keys(texts).length > 0) {
    sessionStorage.setItem(PREFIX + key, JSON.stringify(texts));
  } else {
    sessionStorage.removeItem(PREFIX + key);
  }
}

/**
 * Forgets what was kept, and keeps nothing from now on: after a restore it must not come into other content unasked. What is
 * in the fields stays there for copying.
 */
export function stopKeeping() {
  ended = true;
  Object.keys(sessionStorage).filter((key) => key.startsWith(PREFIX)).forEach((key) => sessionStorage.removeItem(key));
}

customElements.define(
  'kept-text',
  class extends HTMLElement {
    #key = '';
    #shown = new Map();

    connectedCallback() {
      if (Object.hasOwn(this, 'key')) {
        const key = this.key;
        delete this.key;
        this.key = key;
      }
      const part = this.parentElement;
      part.addEventListener('focusin', (event) => this.#with(event, (field) => this.#shown.set(field.id, field.value)));
      part.addEventListener('input', (event) => this.#with(event, (field) => this.#keep(field)));
    }

    get key() {
      return this.#key;
    }

    set key(key) {
      this.#key = key;
      this.#shown.clear();
      const kept = Object.entries(read(key)).map(([id, text]) => ({id, ...text}));
      if (kept.length > 0) {
        // Flow sets properties before it listens
        setTimeout(() => {
          if (key === this.#key) {
            this.dispatchEvent(new CustomEvent('text-kept', {detail: {key, kept}}));
          }
        });
      }
    }

    #with(event, then) {
      const field = event.composedPath().find((node) => node instanceof Element && node.matches(FIELDS));
      if (field?.id) {
        then(field);
      }
    }

    #keep(field) {
      if (ended) {
        return;
      }
      const texts = read(this.#key);
      const shown = texts[field.id]?.shown ?? this.#shown.get(field.id) ?? '';
      delete texts[field.id];
      if (field.value !== shown) {
        texts[field.id] = {shown, typed: field.value};
      }
      write(this.#key, texts);
    }

    /** The server has got the text of a field, perhaps under an earlier key; what was typed there since is kept on. */
    confirm(key, id, value) {
      const texts = read(key);
      const typed = texts[id]?.typed;
      if (typed === value || (typed && Number(typed) === Number(value))) {
        delete texts[id];
        write(key, texts);
      }
    }
  },
);
