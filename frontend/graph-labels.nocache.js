/** Measures titles and breaks them into lines. Lengths are those at zoom 1. */

export const FONT_SIZE = 12.5;
export const LINE_HEIGHT = 15.6;
export const GROUP_FONT_SIZE = 15;
export const NODE_WIDTH = 172;
export const PADDING = 10;
/** Where the sign of the status stands before a title. */
export const SIGN_SPACE = 19;
export const GROUP_SIGN_SPACE = 20;

const MAX_LINES = 3;
const MIN_HEIGHT = 44;
const MAX_TEXTS = 100_000;
const TEXT_WIDTH = NODE_WIDTH - 2 * PADDING - SIGN_SPACE;
const RIGHT_TO_LEFT = /^[^\p{L}]*[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
// they could turn round what stands beside a title
const BIDI_CONTROLS = /[\u202a-\u202e\u2066-\u2069]/gu;

/** A title as it is drawn, on one line. */
export function plain(title) {
  return title.replace(BIDI_CONTROLS, '').replace(/\s+/gu, ' ').trim();
}

/** Which way a title runs: as `dir="auto"` would have it. */
export function direction(title) {
  return RIGHT_TO_LEFT.test(title) ? 'rtl' : 'ltr';
}

export class Labels {
  #painter = document.createElement('canvas').getContext('2d');
  #titles = new Map();
  #words = new Map();
  #groups = new Map();

  constructor(fontFamily) {
    this.fontFamily = fontFamily;
    this.font = `500 ${FONT_SIZE}px ${fontFamily}`;
    this.#painter.font = this.font;
    this.#space = this.#painter.measureText(' ').width;
  }

  #space;

  groupFont(size) {
    return `600 ${size}px ${this.fontFamily}`;
  }

  /** The label of a task: its lines, its direction, and the height of the task. */
  task(title) {
    return this.#once(this.#titles, title, () => {
      const lines = this.#lines(plain(title));
      const height = Math.max(MIN_HEIGHT, Math.ceil(lines.length * LINE_HEIGHT) + 2 * PADDING);
      return {lines, direction: direction(title), height};
    });
  }

  /** The title of a group and its width at the font size of groups. */
  group(title) {
    return this.#once(this.#groups, title, () => {
      const text = plain(title);
      this.#painter.font = this.groupFont(GROUP_FONT_SIZE);
      const width = this.#painter.measureText(text).width;
      this.#painter.font = this.font;
      return {text, width, direction: direction(title)};
    });
  }

  #once(cache, key, make) {
    let value = cache.get(key);
    if (!value) {
      if (cache.size > MAX_TEXTS) {
        cache.clear();
      }
      value = make();
      cache.set(key, value);
    }
    return value;
  }

  // titles share their words, so measuring words is quicker than measuring lines
  #width(word) {
    return this.#once(this.#words, word, () => ({width: this.#painter.measureText(word).width})).width;
  }

  #lines(text) {
    const lines = [];
    let line = '';
    let used = 0;
    const next = () => {
      lines.push(line);
      line = '';
      used = 0;
    };
    for (const word of text.split(' ').flatMap((part) => this.#pieces(part))) {
      const width = this.#width(word);
      if (line && used + this.#space + width > TEXT_WIDTH) {
        next();
      }
      used += (line ? this.#space : 0) + width;
      line += (line ? ' ' : '') + word;
    }
    next();
    return lines.length > MAX_LINES ? this.#shortened(lines) : lines;
  }

  /** A word that is wider than a line, in pieces that are not. */
  #pieces(word) {
    if (this.#width(word) <= TEXT_WIDTH) {
      return [word];
    }
    const pieces = [''];
    let used = 0;
    for (const letter of letters(word)) {
      const width = this.#width(letter);
      if (used + width > TEXT_WIDTH && pieces.at(-1)) {
        pieces.push('');
        used = 0;
      }
      pieces[pieces.length - 1] += letter;
      used += width;
    }
    return pieces;
  }

  #shortened(lines) {
    const last = letters(lines[MAX_LINES - 1]);
    while (last.length && this.#painter.measureText(`${last.join('')}…`).width > TEXT_WIDTH) {
      last.pop();
    }
    return [...lines.slice(0, MAX_LINES - 1), `${last.join('').trimEnd()}…`];
  }
}

/** What a reader takes for one letter each, so that no family of emoji is torn apart. */
function letters(text) {
  return Intl.Segmenter
    ? Array.from(new Intl.Segmenter(undefined, {granularity: 'grapheme'}).segment(text), ({segment}) => segment)
    : [...text];
}
