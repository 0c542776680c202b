import {readColors} from './graph-colors.nocache.js';
import {draw} from './graph-draw.nocache.js';
import {lineOf} from './graph-lines.nocache.js';
import {SvgContext} from './graph-svg.nocache.js';

const MARGIN = 40;
/** The sharpest picture, and the largest side of one, in pixels. */
const MOST_SCALE = 2;
const MOST_SIDE = 8000;
/** Where the memory does not suffice, a smaller picture is better than none. */
const ATTEMPTS = 4;

/** A picture of the whole graph as a PNG. */
export async function png(stage) {
  const area = areaOf(stage);
  const [width, height] = [area[2] - area[0], area[3] - area[1]];
  let scale = Math.min(MOST_SCALE, MOST_SIDE / width, MOST_SIDE / height);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++, scale /= 2) {
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(Math.floor(width * scale), 1);
    canvas.height = Math.max(Math.floor(height * scale), 1);
    const ctx = canvas.getContext('2d', {alpha: false});
    if (ctx) {
      ctx.fillStyle = stage.colors.background;
      ctx.fillRect(0, 0, canvas.width, canvas.height);
      ctx.setTransform(scale, 0, 0, scale, -area[0] * scale, -area[1] * scale);
      draw(ctx, stage.scene, stage.look(scale, area, stage.colors, false));
      const blob = await new Promise((done) => canvas.toBlob(done, 'image/png'));
      if (blob) {
        return blob;
      }
    }
  }
  throw new Error('The browser made no picture.');
}

/** The same picture as SVG. */
export function svg(stage, title, colors = stage.colors) {
  const area = areaOf(stage);
  const ctx = new SvgContext();
  draw(ctx, stage.scene, stage.look(1, area, colors, false));
  return ctx.svg(area, colors.background, title);
}

/** Lets the browser save something as a file. */
export function download(blob, fileName) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Prints the picture, on one page, in place of the page around the canvas. */
export function printInstead(stage, host, signal) {
  let sheet;
  const remove = () => {
    sheet?.remove();
    sheet = undefined;
  };
  addEventListener('beforeprint', () => {
    remove();
    sheet = document.createElement('div');
    sheet.className = 'graph-sheet';
    // paper is white
    sheet.innerHTML = svg(stage, document.title, readColors(host, 'light'));
    const [left, top, right, bottom] = areaOf(stage);
    const style = document.createElement('style');
    style.textContent = `@page {size: ${right - left > bottom - top ? 'landscape' : 'portrait'}; margin: 1cm}`;
    sheet.append(style);
    document.body.append(sheet);
  }, {signal});
  addEventListener('afterprint', remove, {signal});
  signal.addEventListener('abort', remove);
}

/** All that is drawn, lines too, with a margin: left, top, right, bottom. */
function areaOf({scene}) {
  const [left, top, right, bottom] = scene.bounds() ?? [0, 0, 1, 1];
  const area = [left, top, right, bottom];
  for (const link of scene.detail.links) {
    const line = lineOf(scene, link);
    for (let at = 0; at < line.length; at += 2) {
      area[0] = Math.min(area[0], line[at]);
      area[1] = Math.min(area[1], line[at + 1]);
      area[2] = Math.max(area[2], line[at]);
      area[3] = Math.max(area[3], line[at + 1]);
    }
  }
  return area.map((value, at) => value + (at < 2 ? -MARGIN : MARGIN));
}
