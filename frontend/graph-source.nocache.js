/**
 * Fetches the graph and keeps it up to date with the patches that come: those that come during a fetch are applied after it, and a
 * gap between them means to fetch again.
 */
export class GraphSource {
  #store;
  #told;
  #url;
  #running;
  #waiting = [];
  #retry;

  /** @param told {loading(), loaded(), patched(), failed()} */
  constructor(store, told) {
    this.#store = store;
    this.#told = told;
  }

  /** Fetches from an address; one that is still running is given up. */
  async load(url = this.#url) {
    this.stop();
    if (url !== this.#url) {
      this.#waiting = [];
    }
    this.#url = url;
    if (!url) {
      return;
    }
    const running = new AbortController();
    this.#running = running;
    this.#told.loading();
    try {
      const answer = await fetch(url, {headers: {Accept: 'application/json'}, signal: running.signal});
      if (!answer.ok) {
        throw new Error(`${url} answered ${answer.status}.`);
      }
      this.#store.load(await answer.json());
    } catch (error) {
      if (this.#running === running) {
        this.#running = undefined;
        console.warn('The graph could not be loaded.', error);
        this.#told.failed();
      }
      return;
    }
    if (this.#running === running) {
      this.#running = undefined;
      const gap = this.#applyWaiting();
      this.#told.loaded();
      if (gap) {
        // what was fetched is older than a patch that has come: not at once again, or a server that stays behind would be asked forever
        this.#retry = setTimeout(() => this.load(), 1000);
      }
    }
  }

  patch(patch) {
    if (this.#running) {
      this.#waiting.push(patch);
      return;
    }
    const result = this.#store.apply(patch);
    if (result === 'applied') {
      this.#told.patched();
    } else if (result === 'gap') {
      this.#waiting.push(patch);
      this.load();
    }
  }

  stop() {
    clearTimeout(this.#retry);
    this.#running?.abort();
    this.#running = undefined;
  }

  #applyWaiting() {
    const waiting = this.#waiting.sort((a, b) => a.to - b.to);
    this.#waiting = [];
    return waiting.map((patch) => this.#store.apply(patch)).includes('gap');
  }
}
