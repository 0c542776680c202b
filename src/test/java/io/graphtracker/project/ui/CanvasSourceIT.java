package io.graphtracker.project.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

/** How the canvas gets the graph, and keeps to it with patches that come late, twice or not at all. */
class CanvasSourceIT extends BareCanvasTest {

    private static final String ROW =
            "{id: '%s', parentId: null, group: false, title: 'New', status: 'done', x: %d, y: 0}";

    private static CanvasColumns plan() {
        return new CanvasColumns().task("pack", 0, 0).task("drive", 300, 0).edge("pack", "drive");
    }

    @Test
    void aGraphThatDoesNotComeIsToldAndCanBeTriedAgain() {
        answerWith("");
        openBare(page());

        assertThat(page().getByText("Unavailable")).isVisible();
        assertThat(heard("graph-unavailable")).hasSize(1);
        answerWith(plan().json());
        page().getByText("Try again").click();
        awaitSettled();

        assertThat(page().getByText("Unavailable")).isHidden();
        assertThat(hasFocus("graph-canvas")).isTrue();
        assertThat(heardOnce("graph-loaded"))
                .containsEntry("revision", 1)
                .containsEntry("tasks", 2)
                .containsEntry("dependencies", 1);
        expectInConsole("status of 503");
    }

    @Test
    void patchesChangeWhatIsShown() {
        show(plan());
        Box pack = position("pack");

        canvas("patch({from: 1, to: 2, tasks: [" + ROW.formatted("new", 600)
                + "], dependencies: [{id: 'd', sourceId: 'drive', targetId: 'new'}]})");
        awaitSettled();
        assertThat(position("pack")).as("the view stays").isEqualTo(pack);
        assertThat(canvas("positionOfDependency('d')")).isNotNull();

        canvas("patch({from: 2, to: 3, tasks: [], removedTasks: ['drive']})");
        assertThat(canvas("positionOf('drive')")).isNull();
        assertThat(canvas("positionOfDependency('d')")).isNull();
        assertThat(canvas("positionOf('new')")).isNotNull();
    }

    @Test
    void aPatchThatCameBeforeDoesNothingAndAGapIsFetched() {
        show(plan());
        canvas("patch({from: 1, to: 2, tasks: [" + ROW.formatted("new", 600) + "]})");
        canvas("patch({from: 2, to: 3, removedTasks: ['new']})");
        canvas("patch({from: 1, to: 2, tasks: [" + ROW.formatted("new", 600) + "]})");
        assertThat(canvas("positionOf('new')")).isNull();
        heard("graph-loaded");

        // 4 never came
        answerWith(plan().task("fetched", 0, 300).revision(5).json());
        canvas("patch({from: 4, to: 5, tasks: [" + ROW.formatted("fetched", 0) + "]})");
        page().waitForFunction("() => document.querySelector('graph-canvas').positionOf('fetched')");

        assertThat(heardOnce("graph-loaded")).containsEntry("revision", 5);
    }

    @Test
    void aPatchDuringAFetchIsAppliedAfterIt() {
        show(plan());
        BlockingQueue<Route> held = new LinkedBlockingQueue<>();
        page().route("**/bare-canvas/graph", held::add);
        canvas("reload()");
        page().waitForCondition(() -> !held.isEmpty());

        canvas("patch({from: 1, to: 2, tasks: [" + ROW.formatted("new", 600) + "]})");
        assertThat(canvas("positionOf('new')")).isNull();
        fulfill(held.remove());

        page().waitForFunction("() => document.querySelector('graph-canvas').positionOf('new')");
        assertThat(heard("graph-loaded")).hasSize(2);
    }

    @Test
    void whatIsDraggedStaysInTheHandWhenAPatchComes() {
        show(plan());
        Box pack = position("pack");
        page().mouse().move(pack.middleX(), pack.middleY());
        page().mouse().down();
        page().mouse().move(pack.middleX() + 50, pack.middleY() + 50);

        canvas("patch({from: 1, to: 2, tasks: [" + ROW.formatted("a", 600) + "," + ROW.formatted("pack", 10)
                + "], removedTasks: []})");

        assertThat(position("pack").y()).isCloseTo(pack.y() + 50, ROUNDED);
        page().mouse().up();
        assertThat((List<?>) heardOnce("nodes-moved").get("moves")).hasSize(1);
    }

    @Test
    void aDetachedCanvasGivesUpAndAnAttachedOneBeginsAgain() {
        show(plan());
        page().evaluate("""
                () => {
                  const canvas = document.querySelector('graph-canvas');
                  const parent = canvas.parentElement;
                  canvas.selection = ['pack'];
                  canvas.reload();
                  canvas.remove();
                  parent.append(canvas);
                }""");
        page().waitForFunction("() => document.querySelector('graph-canvas').settled");

        assertThat(selection()).isEqualTo(List.of("pack"));
        assertThat(page().locator("graph-canvas canvas").count()).isEqualTo(1);
        assertThat(heard("graph-unavailable")).isEmpty();
    }

    /** Two moves in quick succession: the patch of the first one comes after the second was made. */
    @Test
    void anOlderPlaceDoesNotReplaceOneThatIsOnItsWayToTheServer() {
        assertThat(placesAfter("""
                patch(1, 0);
                const first = moveTo(20);
                const second = moveTo(40);
                patch(2, 20), store.confirm(first);
                patch(3, 40), store.confirm(second);
                patch(4, 7);
                """)).isEqualTo("0,20,40,40,40,40,40,7");
    }

    /** The page is told of both changes by one patch, which contains the later place only. */
    @Test
    void aPlaceThatSomebodyElseChangedBeforeThePageWasToldIsShown() {
        assertThat(placesAfter("""
                patch(1, 0);
                const mine = moveTo(20);
                patch(3, 7), store.confirm(mine);
                patch(4, 20);
                patch(5, 9);
                """)).isEqualTo("0,20,20,7,20,9");
    }

    @Test
    void aMoveThatWasRefusedLeavesNothingBehind() {
        assertThat(placesAfter("""
                patch(1, 0);
                const mine = moveTo(20);
                store.load(store.columns()), store.confirm(mine);
                patch(2, 7);
                """)).isEqualTo("0,20,20,7");
    }

    /** Where a task is after each step: patches with its place, moves here, and confirmations of these. */
    private Object placesAfter(String steps) {
        openBare(page());
        Object places = page().evaluate("""
                async () => {
                  const {GraphStore} = await import('/app/graph-store.nocache.js');
                  const store = new GraphStore();
                  const seen = [];
                  const note = (result) => {
                    seen.push(store.x[0]);
                    return result;
                  };
                  const row = {id: 'a', group: false, title: 'A', status: 'done', parentId: null, y: 0};
                  const patch = (to, x) => note(store.apply({from: store.revision, to, tasks: [{...row, x}]}));
                  const moveTo = (x) => {
                    store.move(0, x, 0);
                    return note(store.endMoves());
                  };
                  const confirm = store.confirm;
                  store.confirm = (number) => note(confirm.call(store, number));
                  store.revision = 0;
                """ + steps + """
                  return seen.join();
                }""");
        expectInConsole("status of 503");
        return places;
    }

    @Test
    void aConfirmedMoveShowsWhatIsStored() {
        show(plan());
        click("pack");
        Box pack = position("pack");
        drag(pack.middleX(), pack.middleY(), pack.middleX() + 50, pack.middleY() + 50);
        int number = (int) heardOnce("nodes-moved").get("number");
        canvas("patch({from: 1, to: 3, tasks: [" + ROW.formatted("pack", 0) + "]})");
        assertThat(position("pack").y()).isCloseTo(pack.y() + 50, ROUNDED);

        canvas("confirmMoves(" + number + ")");

        assertThat(position("pack").y()).isCloseTo(pack.y(), ROUNDED);
    }

    /** The columns after any sequence of patches are those of the rows that were sent. */
    @Test
    void columnsSurviveAnySequenceOfPatches() {
        openBare(page());

        assertThat(page().evaluate(STORE_PROPERTY)).isEqualTo("");
        expectInConsole("status of 503");
    }

    private static final String STORE_PROPERTY = """
            async () => {
              const {GraphStore} = await import('/app/graph-store.nocache.js');
              let seed = 20261130;
              const random = (below) => (seed = (seed * 1103515245 + 12345) & 0x7fffffff) % below;
              const statuses = ['planned', 'in-progress', 'discuss', 'blocked', 'done'];
              for (let round = 0; round < 100; round++) {
                const store = new GraphStore();
                store.load({revision: 0, statuses, tasks: {id: [], parent: [], group: [], title: [], status: [], x: [], y: [],
                    collapsed: []}, dependencies: {id: [], source: [], target: []}});
                const tasks = new Map();
                const dependencies = new Map();
                for (let revision = 1; revision <= 30; revision++) {
                  const patch = {from: revision - 1, to: revision, tasks: [], dependencies: [], removedTasks: [],
                      removedDependencies: []};
                  const ids = [...tasks.keys()];
                  const pick = () => ids[random(ids.length)];
                  const put = (id) => {
                    const groups = ids.filter((other) => tasks.get(other).group && other !== id);
                    const row = {id, parentId: groups.length && random(2) ? groups[random(groups.length)] : null,
                        group: tasks.get(id)?.group ?? random(4) === 0, title: `T${random(99)}`, status: statuses[random(5)],
                        x: random(2000), y: random(2000), collapsed: random(2) === 0};
                    tasks.set(id, row);
                    patch.tasks.push(row);
                  };
                  for (let added = random(4); added > 0; added--) put(`t${revision}.${added}`);
                  if (ids.length && random(2)) put(pick());
                  if (ids.length > 3 && random(3) === 0) {
                    const gone = pick();
                    tasks.delete(gone);
                    patch.tasks = patch.tasks.filter(({id}) => id !== gone);
                    patch.removedTasks.push(gone);
                    // as the server does: its children are told anew, its dependencies are gone
                    for (const row of tasks.values()) {
                      if (row.parentId === gone) {
                        row.parentId = null;
                        if (!patch.tasks.includes(row)) patch.tasks.push(row);
                      }
                    }
                    for (const [id, {sourceId, targetId}] of dependencies) {
                      if (sourceId === gone || targetId === gone) {
                        dependencies.delete(id);
                        if (random(2)) patch.removedDependencies.push(id);
                      }
                    }
                  }
                  const left = [...tasks.keys()];
                  if (left.length > 1) {
                    const added = {id: `d${revision}`, sourceId: left[random(left.length)], targetId: left[random(left.length)]};
                    dependencies.set(added.id, added);
                    patch.dependencies.push(added);
                  }
                  if (dependencies.size > 3 && random(2)) {
                    const [gone] = dependencies.keys();
                    dependencies.delete(gone);
                    patch.removedDependencies.push(gone);
                  }
                  if (store.apply(structuredClone(patch)) !== 'applied') return `round ${round}: not applied`;
                  if (store.apply(structuredClone(patch)) !== 'known') return `round ${round}: applied twice`;
                  if (store.apply({...patch, from: revision + 1, to: revision + 2}) !== 'gap') return `round ${round}: no gap`;
                  const copy = new GraphStore();
                  copy.load(JSON.parse(JSON.stringify(store.columns())));
                  const rows = copy.id.map((id, at) => ({id, parentId: copy.id[copy.parent[at]] ?? null,
                      group: copy.group[at] === 1, title: copy.title[at], status: statuses[copy.status[at]], x: copy.x[at],
                      y: copy.y[at], collapsed: copy.collapsed[at] === 1}));
                  const sorted = (list) => JSON.stringify([...list].sort((a, b) => (a.id < b.id ? -1 : 1)));
                  const ends = copy.dependencies.id.map((id, at) => ({id, sourceId: copy.id[copy.dependencies.source[at]],
                      targetId: copy.id[copy.dependencies.target[at]]}));
                  if (sorted(rows) !== sorted(tasks.values())) return `round ${round}, revision ${revision}: tasks`;
                  if (sorted(ends) !== sorted(dependencies.values())) return `round ${round}, revision ${revision}: dependencies`;
                  if (rows.some(({id}, at) => store.indexOf(id) !== at)) return `round ${round}: index`;
                }
              }
              return '';
            }""";
}
