package io.graphtracker.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.testing.OnSqlite;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sample is a plausible plan, shows what there is to see, and its layout is tidy from the start. */
@OnSqlite
@SuppressWarnings("NullAway.Init") // set before each test
class SampleProjectTest extends ProjectContract {

    /** The box of a task with a title of two lines, and the margins of a frame around its content, as on the canvas. */
    private static final double WIDTH = 172;

    private static final double HEIGHT = 52;
    private static final double SIDE = 20;
    private static final double TOP = 40;

    /** A rectangle on the canvas. */
    private record Box(double left, double top, double right, double bottom) {

        static Box of(Task task) {
            Position centre = task.position();
            return new Box(
                    centre.x() - WIDTH / 2, centre.y() - HEIGHT / 2, centre.x() + WIDTH / 2, centre.y() + HEIGHT / 2);
        }

        static Box around(List<Box> boxes) {
            return new Box(
                    all(boxes, Box::left).min().orElseThrow(),
                    all(boxes, Box::top).min().orElseThrow(),
                    all(boxes, Box::right).max().orElseThrow(),
                    all(boxes, Box::bottom).max().orElseThrow());
        }

        Box frame() {
            return new Box(left - SIDE, top - TOP, right + SIDE, bottom + SIDE);
        }

        private static DoubleStream all(List<Box> boxes, Function<Box, Double> side) {
            return boxes.stream().mapToDouble(side::apply);
        }

        boolean overlaps(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }
    }

    private ProjectGraph graph;
    private List<Task> tasks;
    private Map<UUID, Task> byId;

    @BeforeEach
    void makeSample() {
        graph = graphs.load(projects.createSample().id());
        tasks = graph.tasks().stream().filter(task -> !task.group()).toList();
        byId = graph.tasks().stream().collect(Collectors.toMap(Task::id, Function.identity()));
    }

    @Test
    void itHasTasksInGroupsAndAllStates() {
        assertThat(tasks).hasSizeBetween(15, 25);
        assertThat(tasks).extracting(Task::status).contains(TaskStatus.values());
        assertThat(tasks).extracting(Task::title).doesNotHaveDuplicates();
        assertThat(tasks.stream().filter(task -> task.plannedHours() == null)).hasSizeBetween(1, 5);
        assertThat(groups())
                .hasSizeBetween(4, 8)
                .allSatisfy(group -> assertThat(content(group)).hasSizeGreaterThan(1));
        assertThat(groups().stream().filter(group -> group.parentId() != null))
                .as("nested")
                .hasSize(1);
        assertThat(groups().stream().filter(Task::collapsed)).hasSize(1);
    }

    private List<Task> groups() {
        return graph.tasks().stream().filter(Task::group).toList();
    }

    private List<Task> content(Task group) {
        return graph.tasks().stream()
                .filter(task -> group.id().equals(task.parentId()))
                .toList();
    }

    @Test
    void itShowsThePathSlackAndWhatIsNext() {
        CriticalPath path = graphs.criticalPath(graph.projectId());
        assertThat(path.chain()).hasSizeGreaterThan(5);
        assertThat(path.taskIds()).as("one path").hasSameSizeAs(path.chain());
        assertThat(path.groupIds())
                .as("also in the nested and in the collapsed group")
                .hasSize(3);
        assertThat(tasks.stream()
                        .filter(task -> task.status() != TaskStatus.DONE)
                        .map(task -> path.times().get(task.id()).slack())
                        .filter(slack -> slack > 0)
                        .distinct())
                .hasSizeGreaterThan(2);

        NextTasks next = new WorkPlan(graph).next();
        assertThat(next.ready()).hasSizeBetween(3, 8);
        assertThat(next.waiting()).hasSizeBetween(3, 12);
        assertThat(next.frees()).hasSizeGreaterThan(2);
    }

    @Test
    void itsPartsKeepTheRulesForTasks() {
        assertThat(graph.tasks()).allSatisfy(task -> {
            TaskDetails details = task.details();
            assertThat(Rules.details(details)).isEqualTo(details);
        });
    }

    @Test
    void everyTaskBelongsToThePlanAndNoneDependsOnItself() {
        Set<UUID> connected = new HashSet<>();
        graph.dependencies().forEach(dependency -> {
            assertThat(new DependencyPaths(graph.tasks(), graph.dependencies()).wouldClose(dependency.pair()))
                    .isFalse();
            connected.add(dependency.sourceId());
            connected.add(dependency.targetId());
        });

        assertThat(tasks).extracting(Task::id).allMatch(connected::contains);
        assertThat(groups()).extracting(Task::id).allMatch(connected::contains);
    }

    @Test
    void nothingIsDoneOrBegunBeforeWhatItDependsOn() {
        WorkPlan plan = new WorkPlan(graph);
        assertThat(tasks)
                .filteredOn(task -> task.status() == TaskStatus.DONE || task.status() == TaskStatus.IN_PROGRESS)
                .allSatisfy(task -> assertThat(plan.blockers(task.id())).isEmpty());
    }

    @Test
    void arrowsGoFromLeftToRight() {
        assertThat(graph.dependencies())
                .allSatisfy(dependency -> assertThat(
                                box(byId.get(dependency.sourceId())).right())
                        .isLessThan(box(byId.get(dependency.targetId())).left()));
    }

    @Test
    void nothingOverlaps() {
        assertNoOverlap(tasks.stream().map(Box::of).toList());
        for (Task group : groups()) {
            assertNoOverlap(content(group).stream().map(this::box).toList());
        }
        assertNoOverlap(outermost());
    }

    /** The canvas is 920 by 660 pixels then, keeps a margin of 32, and text can be read from 90% on. */
    @Test
    void allOfItCanBeReadInAWindowOf1280By800() {
        Box all = Box.around(outermost());
        assertThat(all.right() - all.left()).isLessThanOrEqualTo((920 - 64) / 0.9);
        assertThat(all.bottom() - all.top()).isLessThanOrEqualTo((660 - 64) / 0.9);
    }

    @Test
    void noTitleNeedsAThirdLine() {
        assertThat(tasks).allSatisfy(task -> assertThat(task.title()).hasSizeLessThanOrEqualTo(30));
    }

    private List<Box> outermost() {
        return graph.tasks().stream()
                .filter(task -> task.parentId() == null)
                .map(this::box)
                .toList();
    }

    /** Where a task or a group is drawn: a group that is not collapsed around its content. */
    private Box box(Task task) {
        return task.group() && !task.collapsed()
                ? Box.around(content(task).stream().map(this::box).toList()).frame()
                : Box.of(task);
    }

    private static void assertNoOverlap(List<Box> boxes) {
        for (int i = 0; i < boxes.size(); i++) {
            for (int j = i + 1; j < boxes.size(); j++) {
                assertThat(boxes.get(i).overlaps(boxes.get(j)))
                        .as(boxes.get(i) + " and " + boxes.get(j))
                        .isFalse();
            }
        }
    }
}
