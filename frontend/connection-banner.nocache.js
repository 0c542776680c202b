/*
 * Tells in words that the server cannot be reached, and that it can be reached again. The texts are there from the start,
 * since they could not be fetched then.
 */

import {isBusy, poll} from './flow-client.nocache.js';

// shorter interruptions, for example while a laptop wakes up, are nobody's concern
const GRACE = 700;
const LOST = ['reconnecting', 'connection-lost'];

const PROBE_INTERVAL = 1000;
const PROBE = 'app/favicon.svg';
const PROBE_LIMIT = 5000;

/**
 * Calls back when the push connection closes: Flow tells of it only with the next request. When it opens again cannot be
 * learned the same way, since Flow forgets who wants to know.
 */
function watchPush(closed) {
  const atmosphere = window.vaadinPush?.atmosphere;
  atmosphere?.addCallback(closed.listener ??= (response) => {
    if (['closed', 'error'].includes(response.state)) {
      closed();
    }
  });
  setTimeout(() => watchPush(closed), PROBE_INTERVAL);
}

async function isReachable() {
  try {
    const answer = await fetch(new URL(PROBE, document.baseURI), {
      method: 'HEAD',
      cache: 'no-store',
      signal: AbortSignal.timeout(PROBE_LIMIT),
    });
    // a proxy answers in place of a server that is away
    return answer.ok;
  } catch {
    return false;
  }
}

customElements.define(
  'connection-banner',
  class extends HTMLElement {
    #alert;
    #status;
    #pushClosed = false;
    #timer;
    #leaving = false;

    connectedCallback() {
      if (this.#alert) {
        return;
      }
      this.#alert = this.appendChild(document.createElement('div'));
      this.#alert.className = 'connection-lost';
      this.#alert.setAttribute('role', 'alert');
      // implied by the role, but Vaadin's modal dialogs hide all that lacks the attribute
      this.#alert.setAttribute('aria-live', 'assertive');
      this.#status = this.appendChild(document.createElement('div'));
      this.#status.className = 'visually-hidden';
      this.#status.setAttribute('aria-live', 'polite');
      window.Vaadin.connectionState.addStateChangeListener(() => this.#update());
      watchPush(() => {
        this.#pushClosed = true;
        this.#update();
      });
      // Flow does not listen to it while it starts; a server on this machine may still be reachable
      addEventListener('offline', () => this.#wentOffline());
      // a page that goes closes its connections, too
      addEventListener('pagehide', () => (this.#leaving = true));
      addEventListener('pageshow', () => (this.#leaving = false));
      this.#update();
      if (!navigator.onLine) {
        // since before anything listened
        this.#wentOffline();
      }
    }

    async #wentOffline() {
      if (!(await isReachable())) {
        this.#pushClosed = true;
        this.#update();
      }
    }

    get #isLost() {
      return this.#pushClosed || LOST.includes(window.Vaadin.connectionState.state);
    }

    #update() {
      if (!this.#isLost) {
        clearTimeout(this.#timer);
        this.#timer = undefined;
        this.#tell(false);
      } else if (!this.#timer) {
        this.#timer = setTimeout(() => this.#lost(), GRACE);
      }
    }

    #lost() {
      this.#tell(!this.#leaving);
      this.#probe();
    }

    /**
     * Flow can take its own success for a part of the failure, and wait for ever. Asked to poll it sends what it has, and
     * learns whether the server still knows the page; if not, it loads the page again.
     */
    async #probe() {
      if ((await isReachable()) && !isBusy()) {
        this.#pushClosed = false;
        window.Vaadin.connectionState.state = 'connected';
        this.#update();
        poll();
      } else if (this.#isLost) {
        setTimeout(() => this.#probe(), PROBE_INTERVAL);
      }
    }

    #tell(lost) {
      const shown = this.#alert.textContent !== '';
      if (lost !== shown) {
        this.#alert.textContent = lost ? this.lostText : '';
        this.#status.textContent = lost ? '' : this.foundText;
      }
    }
  },
);
