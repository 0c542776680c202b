import {isBusy} from './flow-client.nocache.js';

/*
 * Some commands ask for text: a new task for its title. The field for it comes from the server, so what is typed until then would be
 * lost, or be taken for other commands. Here it goes into an input of its own, which has the focus at once, so that a word can also
 * be composed there, and a phone shows its keyboard. When the field is here, it gets the text.
 *
 * A command that asks for text is a click on an element with data-asks-text, a key of data-text-keys while the focus is in the
 * element that has it, Enter in a field with data-enter-asks-text, a row of a grid that is opened, or what is wanted on the canvas.
 * The field tells that it is here by the event text-awaited; if this is cancelled, the focus is already in it.
 */

const SHORTCUTS = '[data-text-keys]';
const TAB_STOPS = 'input, textarea, select, button, a[href], summary, [tabindex]';
/** How often is looked whether the server has answered, and how many times it may answer without a field. */
const LOOK = 100;
const LOOKS = 5;

const plain = ({ctrlKey, metaKey, altKey, shiftKey}) => !ctrlKey && !metaKey && !altKey && !shiftKey;

function focused() {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) {
    element = element.shadowRoot.activeElement;
  }
  return element;
}

const isEditable = (element) => element instanceof Element && element.matches('input, textarea');

const isTyping = (event) => isEditable(event.composedPath()[0]);

/** Whether an event opens a row of a grid, and not for example its header. */
const opensRow = (event) =>
  event.composedPath().some((element) => element.getEventContext?.(event).item && element.closest(SHORTCUTS));

/** As if it was typed: the browser tells that the field was changed when it is left, and can undo it. */
const insert = (text) => document.execCommand('insertText', false, text);

function moveFocus(back) {
  const stops = [...document.querySelectorAll(TAB_STOPS)].filter(
    (element) => element.tabIndex >= 0 && !element.disabled && element.checkVisibility({visibilityProperty: true}),
  );
  const next = stops[stops.indexOf(focused()) + (back ? -1 : 1)];
  next?.focus();
  if (isEditable(next)) {
    next.select();
  }
}

customElements.define(
  'type-ahead',
  class extends HTMLElement {
    #attached;
    #input;
    #before;
    #timer;
    /** What was typed before each Tab and Enter: {text, key}. */
    #held = [];

    connectedCallback() {
      this.#attached = new AbortController();
      const options = {capture: true, signal: this.#attached.signal};
      addEventListener('keydown', (event) => this.#asksByKey(event) && this.#expect(), options);
      addEventListener('dblclick', (event) => opensRow(event) && this.#expect(), options);
      addEventListener('click', (event) => event.target.closest?.('[data-asks-text]') && this.#expect(), options);
      addEventListener('task-requested', () => this.#expect(), options);
      addEventListener('node-activated', () => this.#expect(), options);
      addEventListener('text-awaited', (event) => this.#arrived(event), options);
    }

    disconnectedCallback() {
      this.#attached.abort();
      this.#end();
    }

    #asksByKey(event) {
      const {key} = event;
      const place = event.target instanceof Element ? event.target : document.body;
      if (key === 'Enter' && place.closest('[data-enter-asks-text]')) {
        return !event.isComposing && !event.shiftKey && !event.altKey && isTyping(event);
      }
      if (!plain(event) || isTyping(event)) {
        return false;
      }
      if (key === 'Enter' || key === 'F2') {
        return opensRow(event);
      }
      const asks = place.closest(SHORTCUTS)?.dataset.textKeys.split(' ').includes(key.toLowerCase());
      if (asks) {
        // it must not arrive in the input
        event.preventDefault();
      }
      return asks;
    }

    #expect() {
      if (!this.#input) {
        this.#before = focused();
        this.#input = document.createElement('input');
        this.#input.setAttribute('aria-label', this.getAttribute('label'));
        this.#input.dir = 'auto';
        this.#input.autocomplete = 'off';
        this.#input.addEventListener('keydown', (event) => this.#hold(event));
        this.append(this.#input);
      }
      this.#input.focus({preventScroll: true});
      this.#look(0);
    }

    #hold(event) {
      const {key, isComposing, repeat, shiftKey, ctrlKey, metaKey} = event;
      if (isComposing) {
        return;
      }
      if (key === 'Escape') {
        this.#letGo();
      } else if (key === 'Tab' || key === 'Enter') {
        if (!repeat) {
          this.#held.push({text: this.#input.value, key: {key, shiftKey, ctrlKey, metaKey}});
          this.#input.value = '';
        }
      } else {
        return;
      }
      event.preventDefault();
    }

    /** Waits for the field as long as it can still come. */
    #look(quiet) {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => {
        const looks = isBusy() ? 0 : quiet + 1;
        if (looks < LOOKS) {
          this.#look(looks);
        } else {
          this.#letGo();
        }
      }, LOOK);
    }

    #arrived(event) {
      if (!this.#input) {
        return;
      }
      event.preventDefault();
      const field = event.target;
      clearTimeout(this.#timer);
      // leaving the input ends the composing of a word, which is in it only then
      field.focus();
      const typed = this.#end();
      focused()?.select?.();
      this.#retype(typed);
    }

    /** There will be no field: the focus goes back, and what was typed where it would have gone without the input. */
    #letGo() {
      const before = this.#before;
      const typed = this.#end();
      before?.focus?.();
      if (isEditable(before)) {
        insert(typed.map(({text}) => text).join(''));
      }
    }

    #end() {
      clearTimeout(this.#timer);
      const typed = [...this.#held, {text: this.#input?.value ?? ''}];
      this.#input?.remove();
      this.#input = undefined;
      this.#held = [];
      return typed;
    }

    #retype(typed) {
      typed.forEach(({text, key}, index) => {
        if (this.#input) {
          return;
        }
        if (text) {
          insert(text);
        }
        if (key?.key === 'Tab') {
          moveFocus(key.shiftKey);
        } else if (key) {
          focused().dispatchEvent(new KeyboardEvent('keydown', {...key, bubbles: true, composed: true, cancelable: true}));
          if (this.#input) {
            // it has asked for the next text
            this.#held = typed.slice(index + 1, -1);
            this.#input.value = typed.at(-1).text;
          }
        }
      });
    }
  },
);
