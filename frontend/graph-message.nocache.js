/** What the canvas says in words: that the graph is being loaded, or could not be; and, for the ear, what a key has selected. */
export class Message {
  #host;
  #texts = {};
  #shown = '';
  #box;
  #text;
  #retry;
  #speech;

  /** @param retry called when the person wants it tried again */
  constructor(host, retry) {
    this.#host = host;
    this.#box = host.appendChild(document.createElement('div'));
    this.#box.className = 'graph-message';
    this.#text = this.#box.appendChild(document.createElement('p'));
    this.#retry = this.#box.appendChild(document.createElement('button'));
    this.#retry.type = 'button';
    this.#retry.addEventListener('click', () => {
      // the button goes
      host.focus({preventScroll: true});
      retry();
    });
    this.#speech = host.appendChild(document.createElement('div'));
    this.#speech.className = 'visually-hidden';
    this.#speech.setAttribute('aria-live', 'polite');
    this.show('');
  }

  set texts(texts) {
    this.#texts = texts;
    this.show(this.#shown);
  }

  /** @param message 'loading', 'unavailable', or '' for nothing */
  show(message) {
    this.#shown = message;
    this.#host.dataset.message = message;
    this.#host.setAttribute('aria-busy', String(message === 'loading'));
    this.#box.hidden = !message;
    this.#text.textContent = this.#texts[message] ?? '';
    this.#text.role = message === 'unavailable' ? 'alert' : null;
    this.#retry.textContent = this.#texts.retry ?? '';
    this.#retry.hidden = message !== 'unavailable';
  }

  speak(text) {
    // screen readers speak changes only: the no-break space makes one of a repetition
    this.#speech.textContent = text && text === this.#speech.textContent ? `${text}\u00a0` : text;
  }
}
