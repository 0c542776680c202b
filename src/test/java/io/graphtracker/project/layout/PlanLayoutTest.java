package io.graphtracker.project.layout;

import static io.graphtracker.project.layout.Plans.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.graphtracker.project.Position;
import io.graphtracker.project.layout.LayoutGraph.Node;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanLayoutTest {

    private static final BooleanSupplier NEVER = () -> false;

    private final ThreadPoolExecutor executor = new LayoutThread().layoutExecutor();
    private final PlanLayout layout = new PlanLayout(executor);

    @AfterEach
    void endThread() {
        executor.shutdownNow();
    }

    @Test
    void placesTasksToTheRightOfWhatTheyDependOn() {
        LayoutGraph graph = new Plans()
                .task("Dig", null, 500, 100)
                .task("Pour", null, 100, 100)
                .task("Build", null, 300, 700)
                .link("Dig", "Pour")
                .link("Pour", "Build")
                .graph();

        Drawing arranged = Plans.drawn(graph, layout.arrange(graph, NEVER));

        assertThat(arranged.box(id("Pour")).left())
                .isGreaterThan(arranged.box(id("Dig")).right());
        assertThat(arranged.box(id("Build")).left())
                .isGreaterThan(arranged.box(id("Pour")).right());
        assertInOrder(arranged);
    }

    @Test
    void beginsInTheSameCorner() {
        LayoutGraph graph = new Plans()
                .task("A", null, -500, 300)
                .task("B", null, 800, -40)
                .link("A", "B")
                .graph();
        Box former = new Drawing(graph).boxAround(graph.nodes());

        Box box = Plans.drawn(graph, layout.arrange(graph, NEVER)).boxAround(graph.nodes());

        assertThat(box.left()).isEqualTo(former.left());
        assertThat(box.top()).isEqualTo(former.top());
    }

    @Test
    void keepsGroupsTogetherAlsoNestedOnes() {
        LayoutGraph graph = new Plans()
                .group("House", null)
                .group("Roof", "House")
                .task("Rafters", "Roof", 10, 10)
                .task("Tiles", "Roof", 900, 900)
                .task("Walls", "House", 500, 500)
                .task("Permit", null, 505, 505)
                .task("Garden", null, 507, 505)
                .link("Permit", "House")
                .link("Walls", "Roof")
                .link("Rafters", "Tiles")
                .link("Roof", "Garden")
                .graph();

        Map<UUID, Position> places = layout.arrange(graph, NEVER);

        Drawing arranged = Plans.drawn(graph, places);
        assertInOrder(arranged);
        assertThat(arranged.box(id("House")).left())
                .isGreaterThan(arranged.box(id("Permit")).right());
        assertThat(arranged.box(id("Roof")).left())
                .isGreaterThan(arranged.box(id("Walls")).right());
        Position middle = arranged.box(id("House")).centre();
        assertThat(places.get(id("House"))).isEqualTo(new Position(Math.round(middle.x()), Math.round(middle.y())));
    }

    @Test
    void treatsACollapsedGroupAsOneBoxAndMovesItsContentAlong() {
        LayoutGraph graph = new Plans()
                .collapsed("Cellar", 700, 20)
                .task("Drain", "Cellar", 750, 40)
                .task("Survey", null, 900, 500)
                .link("Survey", "Drain")
                .graph();

        Map<UUID, Position> places = layout.arrange(graph, NEVER);

        Position cellar = places.get(id("Cellar"));
        assertThat(cellar.x()).isGreaterThan(places.get(id("Survey")).x());
        assertThat(places.get(id("Drain"))).isEqualTo(new Position(cellar.x() + 50, cellar.y() + 20));
    }

    @Test
    void aSelectionIsArrangedAndTheRestStays() {
        LayoutGraph graph = new Plans()
                .task("A", null, 0, 0)
                .task("B", null, 3, 3)
                .task("C", null, 6, 6)
                .task("Other", null, 0, 60)
                .task("Another", null, 220, 10)
                .link("A", "B")
                .link("B", "C")
                .link("C", "Other")
                .graph();

        Map<UUID, Position> places = start(graph, Set.of(id("A"), id("B"), id("C")));

        assertThat(places).containsOnlyKeys(id("A"), id("B"), id("C"));
        assertInOrder(Plans.drawn(graph, places));
    }

    @Test
    void aSelectedGroupIsArrangedInside() {
        LayoutGraph graph = new Plans()
                .group("House", null)
                .task("Walls", "House", 0, 0)
                .task("Roof", "House", 0, 10)
                .task("Garden", null, 1000, 0)
                .link("Walls", "Roof")
                .graph();

        Map<UUID, Position> places = start(graph, Set.of(id("House")));

        assertThat(places).containsOnlyKeys(id("House"), id("Walls"), id("Roof"));
        assertThat(places.get(id("Roof")).x())
                .isGreaterThan(places.get(id("Walls")).x());
    }

    @Test
    void tasksOfDifferentGroupsStayInTheirs() {
        LayoutGraph graph = new Plans()
                .group("House", null)
                .task("Walls", "House", 0, 0)
                .task("Roof", "House", 0, 10)
                .group("Garden", null)
                .task("Pond", "Garden", 1000, 0)
                .task("Fish", "Garden", 1000, 10)
                .task("Alone", null, 0, 500)
                .link("Pond", "Fish")
                .link("Fish", "Walls")
                .graph();

        Map<UUID, Position> places = start(graph, Set.of(id("Walls"), id("Roof"), id("Pond"), id("Fish"), id("Alone")));

        assertThat(places).doesNotContainKey(id("Alone"));
        Drawing arranged = Plans.drawn(graph, places);
        assertInOrder(arranged);
        assertThat(arranged.box(id("Garden")).left()).isEqualTo(1000 - 86 - 20);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void nothingLiesOverAnythingElse(long seed) {
        LayoutGraph graph = Plans.large(100, 160, seed);

        assertInOrder(Plans.drawn(graph, layout.arrange(graph, NEVER)));
    }

    @Test
    void isTheSameEachTime() {
        LayoutGraph graph = Plans.large(100, 160, 7);

        assertThat(layout.arrange(graph, NEVER)).isEqualTo(layout.arrange(graph, NEVER));
    }

    /** ELK follows it recursively. */
    @Test
    void arrangesAChainOfFiveThousandTasks() {
        Plans plan = new Plans().task("0", null, 0, 0);
        for (int task = 1; task < 5_000; task++) {
            plan.task("" + task, null, 0, 0).link("" + (task - 1), "" + task);
        }
        LayoutGraph graph = plan.graph();

        assertThat(layout.arrange(graph, NEVER)).hasSize(5_000);
    }

    @Test
    void dataThatNoRuleAllowsDoNoHarm() {
        LayoutGraph graph = new Plans()
                .group("One", "Two")
                .group("Two", "One")
                .task("In a circle", "One", 0, 0)
                .task("Nowhere", "Missing", 0, 0)
                .link("One", "In a circle")
                .link("Nowhere", "Nowhere")
                .link("Nowhere", "Missing")
                .link("Nowhere", "In a circle")
                .link("In a circle", "Nowhere")
                .graph();

        assertThat(layout.arrange(graph, NEVER)).hasSize(4);
        assertThat(layout.arrange(new Plans().graph(), NEVER)).isEmpty();
    }

    @Test
    void canBeCancelled() {
        LayoutGraph graph = Plans.large(100, 160, 1);

        assertThatThrownBy(() -> layout.arrange(graph, () -> true)).isInstanceOf(CancellationException.class);
        AtomicInteger asked = new AtomicInteger();
        assertThatThrownBy(() -> layout.arrange(graph, () -> asked.incrementAndGet() > 3))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void oneIsComputedAtATime() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        LayoutGraph graph = Plans.large(20, 20, 1);
        CompletableFuture<Map<UUID, Position>> first = layout.start(graph, Set.of(), () -> {
            begun.countDown();
            return !await(release);
        });
        assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
        AtomicInteger asked = new AtomicInteger();
        CompletableFuture<Map<UUID, Position>> second =
                layout.start(graph, Set.of(), () -> asked.incrementAndGet() < 0);

        assertThat(asked).hasValue(0);
        release.countDown();

        assertThat(second.join()).isEqualTo(first.join());
    }

    @Test
    void nothingBeginsWhenTheApplicationEnds() {
        executor.shutdownNow();

        assertThat(layout.start(Plans.large(20, 20, 1), Set.of(), NEVER)).isCancelled();
    }

    private Map<UUID, Position> start(LayoutGraph graph, Set<UUID> ids) {
        return layout.start(graph, ids, NEVER).join();
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            return false;
        }
    }

    /** No box lies over another, and in a group is only what belongs there. */
    private static void assertInOrder(Drawing drawing) {
        List<Node> nodes = List.copyOf(drawing.nodes());
        for (Node one : nodes) {
            for (Node other : nodes) {
                boolean apart = !one.id().equals(other.id())
                        && !drawing.around(one.id()).contains(other.id())
                        && !drawing.around(other.id()).contains(one.id());
                if (apart && drawing.box(one.id()).touches(drawing.box(other.id()), 0)) {
                    throw new AssertionError(one.title() + " and " + other.title() + " lie over each other");
                }
            }
        }
    }
}
