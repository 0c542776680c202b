package io.graphtracker.project;

import java.util.List;
import java.util.UUID;

/**
 * What can be worked on now, and what cannot.
 *
 * @param ready tasks that are neither done nor blocked, and depend on nothing that is not done: those with the least
 *     slack first
 * @param waiting all other tasks that are not done, in the order of their creation
 * @param frees ready tasks for which others wait, those first whose completion makes most others ready
 */
public record NextTasks(List<UUID> ready, List<UUID> waiting, List<Frees> frees) {

    public NextTasks {
        ready = List.copyOf(ready);
        waiting = List.copyOf(waiting);
        frees = List.copyOf(frees);
    }

    /**
     * What waits for a task.
     *
     * @param atOnce how many tasks wait for nothing else, and will be ready when it is done
     * @param inAll how many tasks wait for it directly or for others that do
     */
    public record Frees(UUID taskId, int atOnce, int inAll) {}
}
