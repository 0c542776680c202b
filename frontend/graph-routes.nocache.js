import {Grid} from './graph-grid.nocache.js';
import {setApart} from './graph-lanes.nocache.js';
import {findWay} from './graph-route.nocache.js';

const MARGIN = 12;
const NEARBY = 60;

/**
 * The ways of all links of one drawing. Told what has changed, it looks anew for those ways only that may be affected, and sets
 * them apart from the lines around them.
 */
export class Routes {
  #obstacles = new Grid();
  #boxes = new Map();
  #links = new Map();
  #scale;
  #apart;
  #changed = [];

  /**
   * @param scale how much farther than usual lines keep from boxes
   * @param apart whether lines that share a channel are set apart
   */
  constructor(scale = 1, apart = true) {
    this.#scale = scale;
    this.#apart = apart;
  }

  /**
   * @param boxes [number, left, top, right, bottom, whether lines must keep clear of it] of all that changed; without extent if gone
   * @param links [number, source, target] of all that changed; source -1 if gone
   * @param live whether more changes are about to come, so that only what must change has to
   */
  update({boxes, links, live = false}) {
    const stale = new Set();
    const places = [];
    for (const [number, left, top, right, bottom, isObstacle] of boxes) {
      const former = this.#boxes.get(number);
      if (former) {
        places.push({box: former, isFormer: true});
      }
      if (right > left) {
        this.#boxes.set(number, [left, top, right, bottom]);
        this.#obstacles.put(number, left, top, isObstacle ? right : left, bottom);
        if (isObstacle) {
          places.push({box: [left, top, right, bottom], isFormer: false});
        }
      } else {
        this.#boxes.delete(number);
        this.#obstacles.remove(number);
      }
    }
    for (const [number, source, target] of links) {
      if (source < 0) {
        this.#links.delete(number);
        // it may have come by the same update
        stale.delete(number);
      } else {
        this.#links.set(number, {number, ends: [source, target]});
        stale.add(number);
      }
    }
    const changed = new Set(boxes.map(([number]) => number));
    for (const [number, link] of this.#links) {
      if (!stale.has(number) && (link.ends.some((end) => changed.has(end)) || this.#meets(link, places, live))) {
        stale.add(number);
      }
    }
    stale.forEach((number) => this.#find(this.#links.get(number)));
    const found = [...this.#links.values()].filter(({way}) => way);
    if (this.#apart) {
      const [near, others] = this.#nearTo(stale, found);
      setApart(this.#obstacles, near, others);
      this.#changed = near;
    } else {
      found.forEach((link) => (link.line = link.way));
      this.#changed = found.filter(({number}) => stale.has(number));
    }
  }

  /** The links whose lines have to be set apart anew since some have changed; and those beside them, which can stay. */
  #nearTo(stale, links) {
    if (stale.size > links.length / 4) {
      return [links, []];
    }
    const extents = new Map(links.map((link) => [link, extent(link.way)]));
    const meet = (a, b) => a[0] <= b[2] && a[2] >= b[0] && a[1] <= b[3] && a[3] >= b[1];
    const changed = links.filter(({number}) => stale.has(number)).map((link) => extents.get(link));
    const near = links.filter((link) => changed.some((box) => meet(box, extents.get(link))));
    const area = near.map((link) => extents.get(link));
    const isNear = new Set(near);
    return [near, links.filter((link) => !isNear.has(link) && link.line && area.some((box) => meet(box, extents.get(link))))];
  }

  /**
   * The lines that the last update has changed: numbers of links, where the points of each begin, points, and the middles of both
   * ends they were found for; and how many links of all have none.
   */
  lines() {
    const links = this.#changed;
    const starts = new Int32Array(links.length + 1);
    links.forEach(({line}, at) => (starts[at + 1] = starts[at] + line.length));
    const points = new Float64Array(starts.at(-1));
    const ends = new Float64Array(4 * links.length);
    links.forEach(({line, source, target}, at) => {
      points.set(line, starts[at]);
      ends.set([...middle(source), ...middle(target)], 4 * at);
    });
    return {
      numbers: Int32Array.from(links, ({number}) => number),
      starts,
      points,
      ends,
      missing: [...this.#links.values()].filter(({line}) => !line).length,
    };
  }

  #find(link) {
    const [source, target] = link.ends.map((end) => this.#boxes.get(end));
    Object.assign(link, {source, target, line: undefined});
    link.way = source && target && findWay(this.#obstacles, source, target, MARGIN * this.#scale);
  }

  /** Whether a way runs through a box that came; or where one was, so that there may be a shorter way now. */
  #meets({way}, places, live) {
    if (!way || places.length > 200) {
      return !live || !way;
    }
    return places.some(({box, isFormer}) => {
      if (isFormer && live) {
        return false;
      }
      const near = isFormer ? NEARBY : MARGIN / 2;
      for (let at = 2; at < way.length; at += 2) {
        if (
          Math.min(way[at - 2], way[at]) < box[2] + near && Math.max(way[at - 2], way[at]) > box[0] - near &&
          Math.min(way[at - 1], way[at + 1]) < box[3] + near && Math.max(way[at - 1], way[at + 1]) > box[1] - near
        ) {
          return true;
        }
      }
      return false;
    });
  }
}

function extent(way) {
  const box = [way[0], way[1], way[0], way[1]];
  for (let at = 2; at < way.length; at += 2) {
    box[0] = Math.min(box[0], way[at]);
    box[1] = Math.min(box[1], way[at + 1]);
    box[2] = Math.max(box[2], way[at]);
    box[3] = Math.max(box[3], way[at + 1]);
  }
  return box;
}

function middle([left, top, right, bottom]) {
  return [(left + right) / 2, (top + bottom) / 2];
}
