/*
 * Keeps the header in one row: buttons for which there is no room are hidden, and offered by the button beside them. The
 * last ones go first.
 */
customElements.define(
  'header-overflow',
  class extends HTMLElement {
    #resized;
    #chosen;

    connectedCallback() {
      // its neighbours come with it, but not necessarily before it
      queueMicrotask(() => this.isConnected && this.#follow());
    }

    disconnectedCallback() {
      this.#resized?.disconnect();
      this.#chosen?.disconnect();
    }

    #follow() {
      const actions = this.previousElementSibling;
      this.disconnectedCallback();
      this.#resized = new ResizeObserver(() => this.#fit(actions));
      this.#resized.observe(this.closest('header') ?? this.parentElement);
      this.#chosen = new MutationObserver(() => this.#watch(actions));
      this.#chosen.observe(actions, {childList: true, subtree: true, attributes: true, attributeFilter: ['hidden']});
      this.#watch(actions);
    }

    #watch(actions) {
      // the buttons come one by one, and become wider when their fonts and styles are there
      [...actions.children].forEach((button) => this.#resized.observe(button));
      this.#fit(actions);
    }

    #fit(actions) {
      const shown = [...actions.children].filter((button) => !button.hidden);
      const focused = shown.find((button) => button === document.activeElement);
      shown.forEach((button) => button.classList.remove('overflowing'));
      this.hidden = fits(actions);
      for (const button of this.hidden ? [] : shown.toReversed()) {
        if (fits(actions)) {
          break;
        }
        button.classList.add('overflowing');
      }
      const overflowing = shown.filter((button) => button.classList.contains('overflowing'));
      if (overflowing.includes(focused)) {
        this.querySelector('vaadin-button')?.focus();
      }
      const ids = new Set(overflowing.map((button) => `${button.id}More`));
      this.querySelectorAll('.more-actions > *').forEach((item) => item.classList.toggle('overflowing', ids.has(item.id)));
    }
  },
);

const fits = (row) => row.scrollWidth <= row.clientWidth + 1;
