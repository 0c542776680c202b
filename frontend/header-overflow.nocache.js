/*
 * Keeps the header in one row. Where there is no room, buttons show their icons only, and if that is not enough, they are
 * hidden, and offered by the button beside them. The last ones go first, but those that people have chosen themselves stay
 * longest.
 */
customElements.define(
  'header-overflow',
  class extends HTMLElement {
    #resized;
    #chosen;
    #fitted = '';

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
      this.#resized = new ResizeObserver(() => this.#sizes(actions) === this.#fitted || this.#fit(actions));
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
      const isInMenu = this.contains(document.activeElement);
      shown.forEach((button) => button.classList.remove('compact', 'overflowing'));
      this.hidden = true;
      markUntilFits(actions, 'compact', shown.slice(1).toReversed());
      if (!fits(actions)) {
        this.hidden = false;
        const chosen = (button) => button.hasAttribute('data-chosen');
        const leaving = shown.toReversed();
        markUntilFits(actions, 'overflowing', [...leaving.filter((button) => !chosen(button)), ...leaving.filter(chosen)]);
      }
      const overflowing = shown.filter((button) => button.classList.contains('overflowing'));
      if (overflowing.includes(focused)) {
        this.querySelector('vaadin-button')?.focus();
      } else if (this.hidden && isInMenu) {
        shown.findLast((button) => !button.disabled)?.focus();
      }
      const ids = new Set(overflowing.map((button) => `${button.id}More`));
      this.querySelectorAll('.more-actions > *').forEach((item) => item.classList.toggle('overflowing', ids.has(item.id)));
      this.#fitted = this.#sizes(actions);
    }

    /** Its own work resizes buttons, too, which is no reason to begin again. */
    #sizes(actions) {
      const header = this.closest('header') ?? this.parentElement;
      return [header, actions, ...actions.children].map((it) => it.clientWidth).join();
    }
  },
);

/** Marks the first of the buttons, as few as need be. Each try lays out the page, so there are few. */
function markUntilFits(row, mark, buttons) {
  const fitsWith = (count) => {
    buttons.forEach((button, index) => button.classList.toggle(mark, index < count));
    return fits(row);
  };
  let least = 0;
  let most = fitsWith(0) ? 0 : buttons.length;
  while (least < most) {
    const middle = Math.floor((least + most) / 2);
    [least, most] = fitsWith(middle) ? [least, middle] : [middle + 1, most];
  }
  buttons.forEach((button, index) => button.classList.toggle(mark, index < most));
}

const fits = (row) => row.scrollWidth <= row.clientWidth + 1;
