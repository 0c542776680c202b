import {rowsIn} from './graph-hit.nocache.js';
import {Regrouping} from './graph-regroup.nocache.js';

/**
 * What one drag does, from its first move to its end or its cancellation. Points are those of the canvas; each drag is
 * {move(x, y), end(x, y), cancel()}.
 */

/** Moves the view. */
export function pan({view}, startX, startY) {
  let [lastX, lastY] = [startX, startY];
  return {
    cursor: 'grabbing',
    move(x, y) {
      view.panBy(lastX - x, lastY - y);
      [lastX, lastY] = [x, y];
    },
    end() {},
    cancel() {},
  };
}

/** Moves all that is selected; groups with all that is in them. Where it is put down decides which group it is in. */
export function carry(stage, id, startX, startY) {
  const {scene, store, view} = stage;
  const [fromX, fromY] = view.toGraph(startX, startY);
  scene.hand.lift(stage.selection, true);
  const groups = new Regrouping(stage, id, fromX, fromY);
  return {
    cursor: 'move',
    atEdge: true,
    move(x, y) {
      const [toX, toY] = view.toGraph(x, y);
      scene.hand.move(toX - fromX, toY - fromY);
      const into = store.indexOf(groups.at(toX, toY)?.groupId);
      stage.target = into < 0 ? undefined : into;
      stage.moved(true);
    },
    end(x, y) {
      stage.target = undefined;
      const change = groups.at(...view.toGraph(x, y));
      if (change) {
        stage.putDownInto(change.groupId);
      } else {
        stage.putDown();
      }
    },
    cancel() {
      stage.target = undefined;
      stage.putBack();
    },
  };
}

/** Selects all in a box, in place of what is selected or besides it. */
export function frame(stage, startX, startY, besides) {
  const {view, store} = stage;
  const [fromX, fromY] = view.toGraph(startX, startY);
  const done = () => {
    stage.area = undefined;
    stage.redraw();
  };
  return {
    cursor: 'crosshair',
    atEdge: true,
    move(x, y) {
      const [toX, toY] = view.toGraph(x, y);
      stage.area = [Math.min(fromX, toX), Math.min(fromY, toY), Math.max(fromX, toX), Math.max(fromY, toY)];
      stage.redraw();
    },
    end() {
      const ids = stage.area ? rowsIn(stage.scene, stage.area).map((row) => store.id[row]) : [];
      done();
      stage.select(besides ? [...new Set([...stage.selection, ...ids])] : ids);
    },
    cancel: done,
  };
}

/** Draws a dependency from a task to another one, or to an empty place for a new task. */
export function connect(stage, sourceId) {
  const {scene, store, view} = stage;
  const done = () => {
    stage.pull = undefined;
    stage.target = undefined;
    stage.redraw();
  };
  return {
    cursor: 'crosshair',
    atEdge: true,
    move(x, y) {
      const source = store.indexOf(sourceId);
      const {row: over, frame: inFrame} = stage.hit(x, y);
      stage.target = inFrame || over === source ? undefined : over;
      stage.pull = source < 0
        ? undefined : [scene.box[4 * source + 2], scene.centre(source)[1], ...view.toGraph(x, y)];
      stage.redraw();
    },
    end(x, y) {
      const {row: over, frame: inFrame} = stage.hit(x, y);
      done();
      if (store.indexOf(sourceId) < 0) {
        // somebody else has deleted it meanwhile
        return;
      }
      if (over === undefined || inFrame) {
        const [toX, toY] = view.toGraph(x, y);
        stage.emit('task-requested', {x: Math.round(toX), y: Math.round(toY), afterId: sourceId});
      } else if (store.id[over] !== sourceId) {
        stage.emit('dependency-requested', {sourceId, targetId: store.id[over]});
      }
    },
    cancel: done,
  };
}

/** Zooms and moves the view with two fingers. */
export function pinch({view}, points) {
  const measure = ([a, b]) => ({x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, apart: Math.hypot(a.x - b.x, a.y - b.y)});
  let last = measure(points);
  return {
    moveAll(moved) {
      const now = measure(moved);
      view.panBy(last.x - now.x, last.y - now.y);
      if (last.apart > 0 && now.apart > 0) {
        view.zoomAt(now.apart / last.apart, now.x, now.y);
      }
      last = now;
    },
    move() {},
    end() {},
    cancel() {},
  };
}
