package io.graphtracker.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.graphtracker.project.CriticalPath.Times;
import io.graphtracker.texts.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CriticalPathMethodTest {

    private final List<Task> tasks = new ArrayList<>();
    private final List<Dependency> dependencies = new ArrayList<>();

    @Test
    void aProjectWithoutRemainingWorkHasNoPath() {
        tasks.add(task(true, 5.0));
        assertThat(path()).isEqualTo(new CriticalPath(List.of(), Set.of(), Set.of(), Set.of(), 0, Map.of()));

        UUID a = task(null);
        UUID b = done(80.0);
        dependency(b, a);

        assertThat(path().chain()).isEmpty();
        assertThat(path().taskIds()).isEmpty();
        assertThat(path().dependencyIds()).isEmpty();
        assertThat(path().times().get(a)).isEqualTo(new Times(0, 0, 0, 0));
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

        assertThat(path().chain()).containsExactly(a, big);
        assertThat(path().taskIds()).containsExactly(a, big);
        assertThat(path().dependencyIds()).containsExactly(toBig.id());
        assertThat(path().minutes()).isEqualTo(630);
    }

    @Test
    void hoursThatWereWorkedDoNotRemain() {
        UUID a = worked(5.0, 2.0);
        UUID b = worked(1.0, 8.0);
        UUID c = worked(null, 3.0);
        dependency(a, b);
        dependency(b, c);

        assertThat(path().minutes()).isEqualTo(180);
        assertThat(path().times().get(b)).isEqualTo(new Times(180, 180, 180, 180));
    }

    @Test
    void slackIsTheTimeThatATaskCanTakeLonger() {
        UUID a = task(1.0);
        UUID b = task(2.0);
        UUID c = task(0.5);
        UUID end = task(1.0);
        dependency(a, b);
        dependency(a, c);
        dependency(b, end);
        dependency(c, end);

        assertThat(path().times().get(c)).isEqualTo(new Times(60, 90, 150, 180));
        assertThat(path().times().get(c).slack()).isEqualTo(90);
        assertThat(path().times().get(b).slack()).isZero();
        assertThat(path().taskIds()).containsExactly(a, b, end);
    }

    @Test
    void allTasksWithoutSlackAreMarkedAndTheChainWithMostTasksIsListed() {
        UUID alone = task(2.0);
        UUID a = task(1.0);
        UUID b = task(1.0);
        Dependency dependency = dependency(a, b);

        assertThat(path().taskIds()).containsExactlyInAnyOrder(alone, a, b);
        assertThat(path().chain()).containsExactly(a, b);
        assertThat(path().dependencyIds()).containsExactly(dependency.id());
    }

    @Test
    void finishedWorkDoesNotCount() {
        UUID done = done(80.0);
        UUID after = task(5.0);
        UUID longer = task(10.0);
        dependency(done, after);

        assertThat(path().chain()).containsExactly(longer);
        assertThat(path().minutes()).isEqualTo(600);
        assertThat(path().times().get(done).slack()).isEqualTo(300);
    }

    @Test
    void whatIsDoneIsNeverCritical() {
        UUID done = done(80.0);
        UUID after = task(5.0);
        dependency(done, after);

        assertThat(path().taskIds()).containsExactly(after);
        assertThat(path().dependencyIds()).isEmpty();
    }

    @Test
    void aTaskThatIsDoneOutOfOrderDoesNotBreakTheChain() {
        UUID a = task(10.0);
        UUID done = done(3.0);
        UUID b = task(5.0);
        Dependency in = dependency(a, done);
        Dependency out = dependency(done, b);

        assertThat(path().chain()).containsExactly(a, b);
        assertThat(path().taskIds()).containsExactly(a, b);
        assertThat(path().dependencyIds()).containsExactly(in.id(), out.id());
        assertThat(path().minutes()).isEqualTo(900);
    }

    @Test
    void whatIsDoneAtTheEndIsNotMarked() {
        UUID a = task(10.0);
        UUID done = done(3.0);
        dependency(a, done);

        assertThat(path().chain()).containsExactly(a);
        assertThat(path().dependencyIds()).isEmpty();
    }

    /** 0.1 + 0.2 is not 0.3 in floating point. */
    @Test
    void sumsOfFractionsAreExact() {
        UUID a = task(0.1);
        UUID b = task(0.2);
        UUID x = task(0.3);
        UUID y = task(0.0);
        UUID z = task(0.0);
        dependency(a, b);
        dependency(x, y);
        dependency(y, z);

        assertThat(path().chain()).containsExactly(x, y, z);
        assertThat(path().taskIds()).containsExactlyInAnyOrder(a, b, x, y, z);
    }

    @Test
    void aTaskWithoutEstimateBelongsToTheChain() {
        UUID a = task(2.0);
        UUID unknown = task(null);
        UUID b = task(3.0);
        task(4.0);
        dependency(a, unknown);
        dependency(unknown, b);

        assertThat(path().chain()).containsExactly(a, unknown, b);
        assertThat(path().minutes()).isEqualTo(300);
    }

    @Test
    void ofEqualChainsTheOneMadeEarlierIsListed() {
        UUID a = task(1.0);
        UUID b1 = task(1.0);
        UUID b2 = task(1.0);
        UUID c = task(1.0);
        dependency(a, b2);
        dependency(a, b1);
        dependency(b2, c);
        dependency(b1, c);

        assertThat(path().chain()).containsExactly(a, b2, c);
        assertThat(path().taskIds()).containsExactly(a, b1, b2, c);
        assertThat(path()).isEqualTo(path());
    }

    @Test
    void aGroupMeansAllTasksInIt() {
        UUID group = group(null);
        UUID inner = group(group);
        UUID one = in(group, 1.0);
        UUID three = in(inner, 3.0);
        UUID before = task(2.0);
        UUID after = task(4.0);
        Dependency in = dependency(before, group);
        Dependency out = dependency(group, after);

        assertThat(path().chain()).containsExactly(before, three, after);
        assertThat(path().dependencyIds()).containsExactly(in.id(), out.id());
        assertThat(path().minutes()).isEqualTo(540);
        assertThat(path().times().get(one).slack()).isEqualTo(120);
        assertThat(path().times()).doesNotContainKeys(group, inner);
    }

    @Test
    void anEmptyGroupOrdersNothing() {
        UUID group = group(null);
        UUID before = task(2.0);
        UUID after = task(4.0);
        dependency(before, group);
        dependency(group, after);

        assertThat(path().chain()).containsExactly(after);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void noOtherChainIsLonger(int seed) {
        List<UUID> ids = randomPlan(new Random(seed));

        long longest = ids.stream().mapToLong(this::longestFrom).max().orElseThrow();
        CriticalPath path = path();
        assertThat(path.minutes()).isEqualTo(longest);
        assertThat(path.chain().stream()
                        .mapToLong(id -> find(id).remainingMinutes())
                        .sum())
                .isEqualTo(longest);
        // what has slack can take exactly that much longer
        ids.stream().filter(id -> path.times().get(id).slack() > 0).forEach(id -> {
            long slack = path.times().get(id).slack();
            int index = tasks.indexOf(find(id));
            Task original = tasks.get(index);
            tasks.set(index, task(original, slack / 60.0));
            assertThat(path().minutes()).isEqualTo(longest);
            tasks.set(index, task(original, slack / 60.0 + 1));
            assertThat(path().minutes()).isEqualTo(longest + 60);
            tasks.set(index, original);
        });
    }

    private List<UUID> randomPlan(Random random) {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            ids.add(random.nextInt(5) == 0 ? done(3.0) : task((double) random.nextInt(1, 10)));
        }
        for (int i = 0; i < 12; i++) {
            for (int j = i + 1; j < 12; j++) {
                if (random.nextInt(4) == 0) {
                    dependency(ids.get(i), ids.get(j));
                }
            }
        }
        return ids;
    }

    /** The same task, not done, with so many more hours. */
    private static Task task(Task original, double moreHours) {
        double hours = original.remainingMinutes() / 60.0 + moreHours;
        return original.with(new TaskDetails("T", "", TaskStatus.PLANNED, hours));
    }

    private Task find(UUID id) {
        return tasks.stream().filter(task -> task.id().equals(id)).findFirst().orElseThrow();
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

    @Test
    void thePathOfATaskIsTheLongestToItAndFromIt() {
        UUID far = task(1.0);
        UUID near = task(2.0);
        UUID it = task(3.0);
        UUID shortWay = task(4.0);
        UUID longWay = task(5.0);
        UUID elsewhere = task(40.0);
        Dependency toNear = dependency(far, near);
        Dependency in = dependency(near, it);
        dependency(far, it);
        dependency(it, shortWay);
        Dependency out = dependency(it, longWay);
        dependency(far, elsewhere);

        TaskPath path = plan().pathOf(it).orElseThrow();

        assertThat(path.chain()).containsExactly(far, near, it, longWay);
        assertThat(path.dependencyIds()).containsExactlyInAnyOrder(toNear.id(), in.id(), out.id());
        assertThat(path.minutesBefore()).isEqualTo(180);
        assertThat(path.minutes()).isEqualTo(180);
        assertThat(path.minutesAfter()).isEqualTo(300);
        assertThat(path.totalMinutes()).isEqualTo(660);
    }

    @Test
    void thePathOfATaskGoesThroughGroupsAndFinishedTasks() {
        UUID group = group(null);
        UUID first = in(group, 2.0);
        UUID second = in(group, 6.0);
        UUID done = done(9.0);
        UUID it = task(1.0);
        Dependency fromGroup = dependency(group, done);
        Dependency toIt = dependency(done, it);

        TaskPath path = plan().pathOf(it).orElseThrow();

        assertThat(path.chain()).containsExactly(second, it).doesNotContain(first);
        assertThat(path.dependencyIds()).containsExactlyInAnyOrder(fromGroup.id(), toIt.id());
        assertThat(plan().pathOf(group)).as("of a group").isEmpty();
        assertThat(plan().pathOf(UUID.randomUUID())).as("of nothing").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void theSlackOfATaskIsWhatItsPathLacks(int seed) {
        List<UUID> ids = randomPlan(new Random(seed));

        assertThat(ids).allSatisfy(id -> {
            TaskPath path = plan().pathOf(id).orElseThrow();
            assertThat(path().minutes() - path.totalMinutes())
                    .isEqualTo(path().times().get(id).slack());
            assertThat(path.chain().stream()
                            .mapToLong(step -> find(step).remainingMinutes())
                            .sum())
                    .isEqualTo(path.totalMinutes());
        });
    }

    /** Slow, and obviously correct. */
    private long longestFrom(UUID id) {
        return find(id).remainingMinutes()
                + dependencies.stream()
                        .filter(d -> d.sourceId().equals(id))
                        .mapToLong(d -> longestFrom(d.targetId()))
                        .max()
                        .orElse(0);
    }

    private CriticalPath path() {
        return plan().criticalPath();
    }

    private WorkPlan plan() {
        return new WorkPlan(new ProjectGraph(UUID.randomUUID(), tasks, dependencies));
    }

    private UUID task(@Nullable Double hours) {
        return add(task(false, hours));
    }

    private UUID worked(@Nullable Double hours, double actualHours) {
        return add(task(false, hours).with(TaskField.ACTUAL_HOURS, actualHours));
    }

    private UUID done(double hours) {
        return add(task(false, hours).with(TaskField.STATUS, TaskStatus.DONE));
    }

    private UUID group(@Nullable UUID parent) {
        return add(task(true, null).with(TaskField.GROUP, parent));
    }

    private UUID in(UUID group, double hours) {
        return add(task(false, hours).with(TaskField.GROUP, group));
    }

    private UUID add(Task task) {
        tasks.add(task);
        return task.id();
    }

    private static Task task(boolean group, @Nullable Double hours) {
        return PlannedTasks.task(group, hours);
    }

    private Dependency dependency(UUID source, UUID target) {
        Dependency dependency = new Dependency(UUID.randomUUID(), source, target);
        dependencies.add(dependency);
        return dependency;
    }
}
