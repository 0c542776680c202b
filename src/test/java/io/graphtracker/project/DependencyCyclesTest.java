package io.graphtracker.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Which dependencies close a cycle, for graphs of any size. */
class DependencyCyclesTest {

    private static Task task(int number) {
        return new Task(
                RowIds.next(),
                null,
                false,
                new TaskDetails("Task " + number, "", TaskStatus.PLANNED, null),
                new Position(0, 0),
                false,
                0);
    }

    private static List<Task> tasks(int count) {
        List<Task> tasks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            tasks.add(task(i));
        }
        return tasks;
    }

    private static Dependency dependency(Task source, Task target) {
        return new Dependency(RowIds.next(), source.id(), target.id());
    }

    @Test
    void theOneThatClosesACycleGoesAndItsPathIsKnown() {
        List<Task> tasks = tasks(4);
        Dependency first = dependency(tasks.get(0), tasks.get(1));
        Dependency second = dependency(tasks.get(1), tasks.get(2));
        Dependency closing = dependency(tasks.get(2), tasks.get(0));
        Dependency behind = dependency(tasks.get(2), tasks.get(3));

        DependencyCycles cycles = DependencyCycles.of(tasks, List.of(first, second, closing, behind));

        assertThat(cycles.kept()).containsExactly(first, second, behind);
        assertThat(cycles.dropped())
                .containsExactly(new DependencyCycles.Cycle(
                        closing,
                        List.of(
                                tasks.get(0).id(),
                                tasks.get(1).id(),
                                tasks.get(2).id())));
    }

    /** Searching the whole graph for each of them would take minutes. */
    @Test
    void thousandsOfCyclesTakeNoSearchEach() {
        List<Task> tasks = tasks(20_000);
        Random random = new Random(7);
        List<Dependency> dependencies = new ArrayList<>();
        for (int i = 0; i < 40_000; i++) {
            dependencies.add(dependency(tasks.get(random.nextInt(20_000)), tasks.get(random.nextInt(20_000))));
        }

        DependencyCycles cycles = DependencyCycles.of(tasks, dependencies);

        assertThat(new DependencyPaths(tasks, cycles.kept()).isAcyclic()).isTrue();
        assertThat(cycles.dropped().size() + cycles.kept().size()).isEqualTo(40_000);
        assertThat(cycles.dropped().size()).isBetween(1_000, 15_000);
    }
}
