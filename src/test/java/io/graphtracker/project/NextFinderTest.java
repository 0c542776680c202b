package io.graphtracker.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.project.NextTasks.Frees;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NextFinderTest {

    private final List<Task> tasks = new ArrayList<>();
    private final List<Dependency> dependencies = new ArrayList<>();

    @Test
    void aTaskIsReadyWhenAllItDependsOnIsDone() {
        UUID done = task(TaskStatus.DONE);
        UUID open = task(TaskStatus.IN_PROGRESS);
        UUID ready = task(TaskStatus.PLANNED);
        UUID waiting = task(TaskStatus.PLANNED);
        dependency(done, ready);
        dependency(done, waiting);
        dependency(open, waiting);

        assertThat(next().ready()).containsExactlyInAnyOrder(open, ready);
        assertThat(next().waiting()).containsExactly(waiting);
        assertThat(plan().blockers(waiting)).containsExactly(open);
        assertThat(plan().blockers(ready)).isEmpty();
    }

    @Test
    void aTaskWhoseStatusIsBlockedIsNotReady() {
        UUID before = task(TaskStatus.PLANNED);
        UUID blocked = task(TaskStatus.BLOCKED);
        UUID behind = task(TaskStatus.BLOCKED);
        dependency(before, behind);

        assertThat(next().ready()).containsExactly(before);
        assertThat(next().waiting()).containsExactly(blocked, behind);
        assertThat(plan().blockers(blocked)).isEmpty();
        assertThat(next().frees()).containsExactly(new Frees(before, 0, 1));
    }

    @Test
    void nobodyCanCompleteABlockedTaskToFreeOthers() {
        UUID blocked = task(TaskStatus.BLOCKED);
        UUID behind = task(TaskStatus.PLANNED);
        dependency(blocked, behind);

        assertThat(next().frees()).isEmpty();
        assertThat(next().waiting()).containsExactly(blocked, behind);
    }

    @Test
    void thoseWithTheLeastSlackComeFirst() {
        UUID small = task(TaskStatus.PLANNED, 1.0);
        UUID large = task(TaskStatus.PLANNED, 9.0);
        UUID medium = task(TaskStatus.PLANNED, 5.0);

        assertThat(next().ready()).containsExactly(large, medium, small);
    }

    @Test
    void groupsStandForTheTasksInThem() {
        UUID before = group();
        UUID first = in(before, TaskStatus.PLANNED);
        UUID second = in(before, TaskStatus.PLANNED);
        in(before, TaskStatus.DONE);
        UUID after = group();
        UUID inside = in(after, TaskStatus.PLANNED);
        dependency(before, after);

        assertThat(next().ready()).containsExactly(first, second);
        assertThat(next().waiting()).containsExactly(inside);
        assertThat(plan().blockers(inside)).containsExactlyInAnyOrder(first, second);
        assertThat(plan().blockers(after)).containsExactlyInAnyOrder(first, second);
    }

    @Test
    void nothingWaitsForAnEmptyGroup() {
        UUID empty = group();
        UUID after = task(TaskStatus.PLANNED);
        dependency(empty, after);

        assertThat(next().ready()).containsExactly(after);
        assertThat(plan().blockers(after)).isEmpty();
        assertThat(plan().blockers(group())).isEmpty();
    }

    @Test
    void whatIsDoneIsNeitherReadyNorWaiting() {
        task(TaskStatus.DONE);

        assertThat(next()).isEqualTo(new NextTasks(List.of(), List.of(), List.of()));
    }

    @Test
    void thoseThatFreeTheMostAtOnceComeFirstThenThoseForWhichMostWait() {
        UUID two = task(TaskStatus.PLANNED);
        UUID shared = task(TaskStatus.PLANNED);
        UUID chain = task(TaskStatus.PLANNED);
        UUID alone = task(TaskStatus.PLANNED);
        UUID a = task(TaskStatus.PLANNED);
        UUID b = task(TaskStatus.PLANNED);
        UUID c = task(TaskStatus.PLANNED);
        UUID d = task(TaskStatus.PLANNED);
        UUID e = task(TaskStatus.PLANNED);
        dependency(two, a);
        dependency(two, b);
        dependency(two, c);
        dependency(shared, c);
        dependency(chain, d);
        dependency(d, e);

        assertThat(next().frees())
                .containsExactly(new Frees(two, 2, 3), new Frees(chain, 1, 2), new Frees(shared, 0, 1));
        assertThat(next().ready()).contains(alone);
    }

    /** More than the 64 tasks that are counted at a time. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void theCountsAreThoseOfASlowSearch(int seed) {
        Random random = new Random(seed);
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            ids.add(task(random.nextInt(4) == 0 ? TaskStatus.DONE : TaskStatus.PLANNED));
            for (int before = 0; before < i; before++) {
                if (random.nextInt(70) == 0) {
                    dependency(ids.get(before), ids.get(i));
                }
            }
        }

        List<UUID> ready = ids.stream()
                .filter(this::isOpen)
                .filter(id -> before(id).isEmpty())
                .toList();
        assertThat(next().ready()).containsExactlyInAnyOrderElementsOf(ready);
        assertThat(next().frees()).isNotEmpty().allSatisfy(frees -> {
            Set<UUID> behind = new HashSet<>();
            collectBehind(frees.taskId(), behind);
            assertThat(frees.inAll())
                    .isEqualTo(behind.stream().filter(this::isOpen).count());
            assertThat(frees.atOnce())
                    .isEqualTo(ids.stream()
                            .filter(this::isOpen)
                            .filter(id -> before(id).equals(Set.of(frees.taskId())))
                            .count());
        });
    }

    private Set<UUID> before(UUID id) {
        Set<UUID> before = new HashSet<>();
        dependencies.stream()
                .filter(dependency -> dependency.targetId().equals(id))
                .map(Dependency::sourceId)
                .filter(this::isOpen)
                .forEach(before::add);
        return before;
    }

    private void collectBehind(UUID id, Set<UUID> behind) {
        dependencies.stream()
                .filter(dependency -> dependency.sourceId().equals(id))
                .map(Dependency::targetId)
                .filter(behind::add)
                .toList()
                .forEach(next -> collectBehind(next, behind));
    }

    private boolean isOpen(UUID id) {
        return tasks.stream().anyMatch(task -> task.id().equals(id) && task.status() != TaskStatus.DONE);
    }

    private WorkPlan plan() {
        return new WorkPlan(new ProjectGraph(UUID.randomUUID(), tasks, dependencies));
    }

    private NextTasks next() {
        return plan().next();
    }

    private UUID group() {
        return add(PlannedTasks.task(true, null));
    }

    private UUID in(UUID group, TaskStatus status) {
        return add(PlannedTasks.task(false, null).with(TaskField.STATUS, status).with(TaskField.GROUP, group));
    }

    private UUID task(TaskStatus status) {
        return task(status, null);
    }

    private UUID task(TaskStatus status, @Nullable Double hours) {
        return add(PlannedTasks.task(false, hours).with(TaskField.STATUS, status));
    }

    private UUID add(Task task) {
        tasks.add(task);
        return task.id();
    }

    private void dependency(UUID source, UUID target) {
        dependencies.add(new Dependency(UUID.randomUUID(), source, target));
    }
}
