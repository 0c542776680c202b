package io.graphtracker.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;

/** Several users, or one user with several tabs, change the same project at the same time. */
@Timeout(60)
abstract class ConcurrencyContract extends ProjectContract {

    private static final int THREADS = 4;
    private static final int ROUNDS = 40;

    /** The details of a new task in a form. */
    private static final TaskDetails NEW = new TaskDetails("A", "", TaskStatus.PLANNED, null);

    @Test
    void nobodysChangeFailsOrIsLost() throws Exception {
        UUID project = newProject();
        List<UUID> own = IntStream.range(0, THREADS)
                .mapToObj(i -> task(project, "T" + i))
                .toList();
        UUID shared = task(project, "Shared");

        together(thread -> {
            for (int round = 1; round <= ROUNDS; round++) {
                edit(own.get(thread), details("T" + thread, round));
                edit(shared, details("Shared", round));
                graphs.move(Map.of(shared, new Position(thread, round)));
                task(project, "New");
                graphs.load(project);
                projects.list(false);
            }
            return null;
        });

        ProjectGraph graph = graphs.load(project);
        assertThat(graph.tasks()).hasSize(THREADS + 1 + THREADS * ROUNDS);
        assertThat(graph.tasks().stream().filter(task -> own.contains(task.id())))
                .extracting(Task::plannedHours)
                .containsOnly((double) ROUNDS);
    }

    @Test
    void renamingAndArchivingDoNotUndoEachOther() throws Exception {
        UUID project = newProject();
        for (int round = 0; round < ROUNDS; round++) {
            String name = "Plan " + round;
            boolean archived = round % 2 == 0;

            together(thread -> {
                if (thread % 2 == 0) {
                    projects.rename(project, name);
                } else {
                    projects.setArchived(project, archived);
                }
                return null;
            });

            assertThat(projects.find(project))
                    .get()
                    .returns(name, ProjectSummary::name)
                    .returns(archived, ProjectSummary::archived);
        }
    }

    @Test
    void twoWhoMoveTheSameGroupDoNotWaitForEachOther() throws Exception {
        UUID project = newProject();
        List<UUID> ids =
                IntStream.range(0, 20).mapToObj(i -> task(project, "T" + i)).toList();

        together(thread -> {
            for (int round = 0; round < ROUNDS; round++) {
                Map<UUID, Position> positions = new LinkedHashMap<>();
                (thread % 2 == 0 ? ids : ids.reversed()).forEach(id -> positions.put(id, new Position(thread, 0)));
                graphs.move(positions);
            }
            return null;
        });

        assertThat(graphs.load(project).tasks())
                .extracting(Task::position)
                .containsOnly(stored(project, ids.getFirst()).position());
    }

    @Test
    void noCircleComesAboutBetweenTwoWhoConnectAtTheSameTime() throws Exception {
        UUID project = newProject();
        for (int round = 0; round < ROUNDS; round++) {
            UUID a = task(project, "A");
            UUID b = task(project, "B");

            List<Boolean> connected = together(thread -> {
                try {
                    graphs.connect(thread % 2 == 0 ? a : b, thread % 2 == 0 ? b : a);
                    return true;
                } catch (ProjectException e) {
                    return false;
                }
            });

            assertThat(connected).containsOnlyOnce(true);
        }
        graphs.criticalPath(project);
    }

    @Test
    void aGraphIsSeenAtOneMoment() throws Exception {
        UUID project = newProject();
        UUID first = task(project, "First");

        together(thread -> {
            for (int round = 0; round < ROUNDS; round++) {
                if (thread == 0) {
                    graphs.connect(first, task(project, "Next"));
                } else {
                    ProjectGraph graph = graphs.load(project);
                    assertThat(graph.tasks())
                            .extracting(Task::id)
                            .containsAll(graph.dependencies().stream()
                                    .map(Dependency::targetId)
                                    .toList());
                }
            }
            return null;
        });
    }

    @Test
    void aTaskThatIsDeletedByOneIsNoAccidentForTheOthers() throws Exception {
        UUID project = newProject();
        UUID other = task(project, "Other");
        for (int round = 0; round < ROUNDS; round++) {
            UUID task = task(project, "A");
            List<Callable<?>> ways = List.of(
                    Executors.callable(() -> graphs.delete(task)),
                    Executors.callable(() -> graphs.delete(task)),
                    () -> run(() -> graphs.update(task, NEW, details("B", 1))),
                    () -> run(() -> graphs.connect(other, task)));

            together(thread -> ways.get(thread).call());

            assertThat(graphs.load(project).tasks()).extracting(Task::id).containsExactly(other);
        }
    }

    @Test
    void eachChangeIsToldWhoeverIsFirst(@Autowired GraphUpdates updates) throws Exception {
        UUID project = newProject();
        UUID task = task(project, "A");
        ClientGraph page = new ClientGraph(() -> new ClientGraph.Fetched(1, graphs.load(project)));
        Queue<GraphPatch> told = new ConcurrentLinkedQueue<>();
        GraphUpdates.Subscription subscription = updates.subscribe(project, change -> told.add(change.patch()));

        together(thread -> {
            for (int round = 0; round < ROUNDS; round++) {
                String pageId = "page " + thread;
                changes.execute(project, pageId, new GraphCommand.MoveTasks(Map.of(task, new Position(thread, round))));
                if (round % 4 == 3) {
                    changes.undo(project, pageId);
                }
            }
            return null;
        });
        subscription.end();

        List<GraphPatch> merged = GraphPatch.merge(told);
        assertThat(merged).hasSize(1);
        page.apply(merged.getFirst());
        assertThat(page.fetches()).isOne();
        assertThat(page.tasks()).containsValue(stored(project, task));
    }

    private static boolean run(Runnable change) {
        try {
            change.run();
            return true;
        } catch (ProjectException e) {
            return false; // refused with a text, as it should be
        }
    }

    /** The work of one thread. */
    private interface Part<T> {
        T run(int thread) throws Exception;
    }

    /** Starts all threads at the same moment. */
    private static <T> List<T> together(Part<T> part) throws Exception {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        List<T> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int thread = i;
                running.add(threads.submit(() -> {
                    start.await();
                    return part.run(thread);
                }));
            }
            for (Future<T> future : running) {
                results.add(future.get());
            }
        }
        return results;
    }

    private static TaskDetails details(String title, int hours) {
        return new TaskDetails(title, "", TaskStatus.PLANNED, (double) hours);
    }
}
