/**
 * A drawing context that writes SVG: as much of CanvasRenderingContext2D as the graph is drawn with, so that one code draws both.
 * Text stays text.
 */
export class SvgContext {
  fillStyle = '#000';
  strokeStyle = '#000';
  lineWidth = 1;
  lineJoin = 'miter';
  font = '';
  textAlign = 'start';
  direction = 'ltr';
  textBaseline = 'alphabetic';
  #path = '';
  #dashes = [];
  #elements = [];

  /** The picture of a part of the drawing: left, top, right, bottom. */
  svg([left, top, right, bottom], background, title) {
    const [width, height] = [number(right - left), number(bottom - top)];
    const box = [left, top, right - left, bottom - top].map(number).join(' ');
    return [
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}" width="${width}" height="${height}" role="img">`,
      `<title>${escape(title)}</title>`,
      `<rect x="${number(left)}" y="${number(top)}" width="${width}" height="${height}" fill="${escape(background)}"/>`,
      ...this.#elements,
      '</svg>',
    ].join('\n');
  }

  setLineDash(dashes) {
    this.#dashes = dashes;
  }

  beginPath() {
    this.#path = '';
  }

  moveTo(x, y) {
    this.#path += `M${number(x)} ${number(y)}`;
  }

  lineTo(x, y) {
    this.#path += `L${number(x)} ${number(y)}`;
  }

  quadraticCurveTo(cornerX, cornerY, x, y) {
    this.#path += `Q${number(cornerX)} ${number(cornerY)} ${number(x)} ${number(y)}`;
  }

  closePath() {
    this.#path += 'Z';
  }

  arc(x, y, radius, from, to) {
    const at = (angle) => `${number(x + radius * Math.cos(angle))} ${number(y + radius * Math.sin(angle))}`;
    const half = (from + to) / 2;
    const to1 = `A${number(radius)} ${number(radius)} 0 0 1 `;
    this.#path += `M${at(from)}${to1}${at(half)}${to1}${at(to)}`;
  }

  roundRect(x, y, width, height, radius) {
    const [r, w, h] = [radius, width - 2 * radius, height - 2 * radius].map(number);
    const corner = (dx, dy) => `a${r} ${r} 0 0 1 ${dx} ${dy}`;
    this.#path += `M${number(x + radius)} ${number(y)}h${w}${corner(r, r)}v${h}${corner(-r, r)}h${-w}${corner(-r, -r)}v${-h}` +
      `${corner(r, -r)}Z`;
  }

  fill() {
    this.#elements.push(`<path d="${this.#path}" fill="${escape(this.fillStyle)}"/>`);
  }

  stroke() {
    this.#elements.push(`<path d="${this.#path}" fill="none"${this.#strokes()}/>`);
  }

  fillRect(x, y, width, height) {
    this.#elements.push(`<rect${place(x, y, width, height)} fill="${escape(this.fillStyle)}"/>`);
  }

  strokeRect(x, y, width, height) {
    this.#elements.push(`<rect${place(x, y, width, height)} fill="none"${this.#strokes()}/>`);
  }

  fillText(text, x, y) {
    const [, weight, size, family] = /^(\d+) ([\d.]+)px (.+)$/u.exec(this.font) ?? [null, 400, 10, 'sans-serif'];
    const anchor = {center: 'middle', start: 'start', left: 'start', end: 'end', right: 'end'}[this.textAlign];
    this.#elements.push(
      `<text x="${number(x)}" y="${number(y)}" fill="${escape(this.fillStyle)}" text-anchor="${anchor}"` +
      ` font-family="${escape(family)}" font-size="${number(Number(size))}" font-weight="${weight}"` +
      `${this.direction === 'rtl' ? ' direction="rtl"' : ''} xml:space="preserve">${escape(text)}</text>`,
    );
  }

  #strokes() {
    const dashes = this.#dashes.length ? ` stroke-dasharray="${this.#dashes.map(number).join(' ')}"` : '';
    return ` stroke="${escape(this.strokeStyle)}" stroke-width="${number(this.lineWidth)}" stroke-linejoin="${this.lineJoin}"` +
      dashes;
  }
}

function place(x, y, width, height) {
  return ` x="${number(x)}" y="${number(y)}" width="${number(width)}" height="${number(height)}"`;
}

function number(value) {
  return Math.round(value * 100) / 100;
}

/** As text or attribute; without the characters that XML does not have. */
function escape(text) {
  return String(text)
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"']/gu, (letter) => `&#${letter.charCodeAt(0)};`);
}
