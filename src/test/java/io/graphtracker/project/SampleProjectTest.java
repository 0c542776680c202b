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

/** The sample is a plausible plan, and its layout is tidy from the start. */
@OnSqlite
@SuppressWarnings("NullAway.Init") // set before each test
class SampleProjectTest extends ProjectContract {

    /** The largest box of a task on the canvas, and the margins of a group's box around its tasks. */
    private static final double WIDTH = 200;

    private static final double HEIGHT = 70;
    private static final double PADDING = 30;

    /** A rectangle on the canvas. */
    private record Box(double left, double top, double right, double bottom) {

        static Box of(Task task) {
            Position centre = task.position();
            return new Box(
                    centre.x() - WIDTH / 2, centre.y() - HEIGHT / 2, centre.x() + WIDTH / 2, centre.y() + HEIGHT / 2);
        }

        static Box around(List<Task> tasks) {
            List<Box> boxes = tasks.stream().map(Box::of).toList();
            return new Box(
                    all(boxes, Box::left).min().orElseThrow() - PADDING,
                    all(boxes, Box::top).min().orElseThrow() - PADDING,
                    all(boxes, Box::right).max().orElseThrow() + PADDING,
                    all(boxes, Box::bottom).max().orElseThrow() + PADDING);
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
        assertThat(tasks).hasSizeBetween(30, 50);
        assertThat(tasks).extracting(Task::status).contains(TaskStatus.values());
        assertThat(tasks).extracting(Task::title).doesNotHaveDuplicates();
        assertThat(tasks).extracting(Task::parentId).containsNull();
        assertThat(tasks.stream().filter(task -> task.plannedHours() == null)).hasSizeBetween(1, 5);
        assertThat(graph.tasks().stream().filter(Task::group))
                .hasSizeBetween(4, 8)
                .allSatisfy(group -> assertThat(tasks)
                        .filteredOn(task -> group.id().equals(task.parentId()))
                        .hasSizeGreaterThan(1));
    }

    @Test
    void itsPartsKeepTheRulesForTasks() {
        assertThat(graph.tasks()).allSatisfy(task -> {
            TaskDetails details = new TaskDetails(task.title(), task.description(), task.status(), task.plannedHours());
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

        assertThat(connected)
                .containsExactlyInAnyOrderElementsOf(
                        tasks.stream().map(Task::id).toList());
        assertThat(graphs.criticalPath(graph.projectId()).chain()).hasSizeGreaterThan(8);
    }

    @Test
    void nothingIsDoneOrBegunBeforeWhatItDependsOn() {
        assertThat(graph.dependencies()).allSatisfy(dependency -> {
            TaskStatus before = status(dependency.sourceId());
            TaskStatus after = status(dependency.targetId());
            if (after == TaskStatus.DONE) {
                assertThat(before).isEqualTo(TaskStatus.DONE);
            }
            if (after == TaskStatus.IN_PROGRESS) {
                assertThat(before).isIn(TaskStatus.DONE, TaskStatus.IN_PROGRESS);
            }
        });
    }

    @Test
    void arrowsGoFromLeftToRight() {
        assertThat(graph.dependencies())
                .allSatisfy(dependency -> assertThat(x(dependency.sourceId())).isLessThan(x(dependency.targetId())));
    }

    @Test
    void nothingOverlaps() {
        List<Box> boxes = tasks.stream().map(Box::of).toList();
        assertNoOverlap(boxes);

        // a task without a group has a box of its own
        Map<UUID, List<Task>> bands = tasks.stream()
                .collect(Collectors.groupingBy(task -> task.parentId() == null ? task.id() : task.parentId()));
        assertNoOverlap(bands.values().stream().map(Box::around).toList());
    }

    @Test
    void aGroupLiesAmidItsTasks() {
        assertThat(graph.tasks().stream().filter(Task::group)).allSatisfy(group -> {
            Box box = Box.around(tasks.stream()
                    .filter(task -> group.id().equals(task.parentId()))
                    .toList());
            assertThat(group.position().x()).isBetween(box.left(), box.right());
            assertThat(group.position().y()).isBetween(box.top(), box.bottom());
        });
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

    private TaskStatus status(UUID id) {
        return byId.get(id).status();
    }

    private double x(UUID id) {
        return byId.get(id).position().x();
    }
}
