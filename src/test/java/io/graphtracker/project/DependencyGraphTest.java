package io.graphtracker.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.graphtracker.texts.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DependencyGraphTest {

    private final List<Task> tasks = new ArrayList<>();
    private final List<Dependency> dependencies = new ArrayList<>();

    @Test
    void aProjectWithoutTasksHasAnEmptyPath() {
        tasks.add(task(true, 5.0));

        assertThat(path()).isEqualTo(new CriticalPath(List.of(), List.of(), 0));
    }

    @Test
    void theLongestChainIsTheOneWithMostHoursNotMostTasks() {
        UUID a = task(1.0);
        UUID b = task(2.0);
        UUID c = task(1.0);
        UUID big = task(9.5);
        dependency(a, b);
        dependency(b, c);
        Dependency toBig = dependency(a, big);

        assertThat(path()).isEqualTo(new CriticalPath(List.of(a, big), List.of(toBig.id()), 10.5));
    }

    @Test
    void aSingleTaskCanBeTheLongestChain() {
        UUID a = task(1.0);
        UUID b = task(1.0);
        UUID alone = task(3.0);
        dependency(a, b);

        assertThat(path()).isEqualTo(new CriticalPath(List.of(alone), List.of(), 3));
    }

    @Test
    void aTaskWithoutEstimateCountsAsNothingButBelongsToTheChain() {
        UUID a = task(2.0);
        UUID unknown = task(null);
        UUID b = task(3.0);
        task(4.0);
        dependency(a, unknown);
        dependency(unknown, b);

        assertThat(path().taskIds()).containsExactly(a, unknown, b);
        assertThat(path().hours()).isEqualTo(5);
    }

    @Test
    void ofEqualHoursTheChainWithMoreTasksWins() {
        task(2.0);
        UUID a = task(1.0);
        UUID b = task(1.0);
        dependency(a, b);

        assertThat(path().taskIds()).containsExactly(a, b);
    }

    @Test
    void ofEqualChainsTheOneMadeEarlierWins() {
        UUID a = task(1.0);
        UUID b1 = task(1.0);
        UUID b2 = task(1.0);
        UUID c = task(1.0);
        dependency(a, b2);
        dependency(a, b1);
        dependency(b2, c);
        dependency(b1, c);

        assertThat(path().taskIds()).containsExactly(a, b2, c);
        assertThat(path()).isEqualTo(path());
    }

    @Test
    void withoutAnyEstimateTheLongestChainHasMostTasks() {
        UUID a = task(null);
        UUID b = task(null);
        UUID c = task(null);
        dependency(c, b);
        dependency(b, a);

        assertThat(path()).satisfies(path -> {
            assertThat(path.taskIds()).containsExactly(c, b, a);
            assertThat(path.hours()).isZero();
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void noOtherChainIsLonger(int seed) {
        Random random = new Random(seed);
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            ids.add(task((double) random.nextInt(10)));
        }
        for (int i = 0; i < 12; i++) {
            for (int j = i + 1; j < 12; j++) {
                if (random.nextInt(4) == 0) {
                    dependency(ids.get(i), ids.get(j));
                }
            }
        }

        double longest = ids.stream().mapToDouble(this::longestFrom).max().orElseThrow();
        assertThat(path().hours()).isEqualTo(longest);
        assertThat(path().dependencyIds()).hasSize(path().taskIds().size() - 1);
    }

    @Test
    void aCircleIsRefusedWithAText() {
        UUID a = task(1.0);
        UUID b = task(1.0);
        dependency(a, b);
        dependency(b, a);

        assertThatExceptionOfType(ProjectException.class)
                .isThrownBy(this::path)
                .satisfies(e -> assertThat(new Texts().get(e.messageKey(), e.arguments()))
                        .contains("circle"));
    }

    /** Slow, and obviously correct. */
    private double longestFrom(UUID id) {
        Double own = tasks.stream()
                .filter(n -> n.id().equals(id))
                .findFirst()
                .orElseThrow()
                .plannedHours();
        return (own == null ? 0 : own)
                + dependencies.stream()
                        .filter(d -> d.sourceId().equals(id))
                        .mapToDouble(d -> longestFrom(d.targetId()))
                        .max()
                        .orElse(0);
    }

    private CriticalPath path() {
        return DependencyGraph.criticalPath(new ProjectGraph(UUID.randomUUID(), tasks, dependencies));
    }

    private UUID task(@Nullable Double hours) {
        tasks.add(task(false, hours));
        return tasks.getLast().id();
    }

    private static Task task(boolean group, @Nullable Double hours) {
        return new Task(
                UUID.randomUUID(), null, group, "T", "", TaskStatus.PLANNED, hours, new Position(0, 0), false, 0);
    }

    private Dependency dependency(UUID source, UUID target) {
        Dependency dependency = new Dependency(UUID.randomUUID(), source, target);
        dependencies.add(dependency);
        return dependency;
    }
}
