/*
 * The element of the banner that tells a page of a restore. It reloads the page, unless somebody would lose what
 * they typed.
 */

import {isBusy} from './flow-client.nocache.js';
import {stopKeeping} from './kept-text.nocache.js';

const TEXT = 'textarea, input:not([type=checkbox], [type=radio], [type=button], [type=submit], [type=file])';
const RELOADED = 'graph-tracker.reloaded';

/** The fields in which something was typed that was not sent yet: fields send it when they are left. */
const unsent = new Set();

document.addEventListener(
  'input',
  (event) => {
    const field = event.composedPath()[0];
    if (field instanceof Element && field.matches(TEXT)) {
      unsent.add(field);
    }
  },
  true,
);
document.addEventListener('change', (event) => unsent.delete(event.composedPath()[0]), true);
document.addEventListener(
  'focusout',
  (event) => {
    const field = event.composedPath()[0];
    // a window that is left keeps its focus, and the field has sent nothing
    if (document.activeElement !== field) {
      unsent.delete(field);
    }
  },
  true,
);

const hasText = (field) => field.value !== '' && field.isConnected;
const texts = (selector) =>
  [...document.querySelectorAll(selector)].flatMap((part) => [...part.querySelectorAll(TEXT)]);

/** A reload would break it off, and the browser does not keep what was chosen. */
function isUploading() {
  return [...document.querySelectorAll('vaadin-upload')].some((upload) => upload.files?.some((file) => file.uploading));
}

/** What the server refused at its field, what it could not save, and what is in a dialog is nowhere else either. */
function isTyping() {
  return (
    [...unsent].some(hasText) ||
    texts('[invalid]').some(hasText) ||
    texts('vaadin-dialog[opened], vaadin-confirm-dialog[opened]').some(hasText) ||
    document.querySelector('[data-unsaved]') !== null ||
    isUploading()
  );
}

customElements.define(
  'restore-banner',
  class extends HTMLElement {
    connectedCallback() {
      if (sessionStorage.getItem(RELOADED)) {
        sessionStorage.removeItem(RELOADED);
        setTimeout(() => this.dispatchEvent(new CustomEvent('reloaded')));
      }
    }

    /** Answers true, and does nothing, if somebody is typing. */
    async reloadUnlessTyping() {
      stopKeeping();
      do {
        await new Promise((resolve) => setTimeout(resolve, 20));
        if (isTyping()) {
          return true;
        }
      } while (isBusy());
      sessionStorage.setItem(RELOADED, 'yes');
      location.reload();
      return false;
    }
  },
);
