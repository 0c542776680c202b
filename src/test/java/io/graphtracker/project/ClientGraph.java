package io.graphtracker.project;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** The copy of a graph on a page: fetched once, then updated by patches, and fetched again if a patch is missing. */
final class ClientGraph {

    /** A graph and its revision. */
    record Fetched(long revision, ProjectGraph graph) {}

    private final Supplier<Fetched> server;
    private final Map<UUID, Task> tasks = new HashMap<>();
    private final Map<UUID, Dependency> dependencies = new HashMap<>();
    private long revision;
    private int fetches;

    ClientGraph(Supplier<Fetched> server) {
        this.server = server;
        fetch();
    }

    void apply(GraphPatch patch) {
        if (patch.to() <= revision) {
            return;
        }
        if (patch.from() > revision) {
            fetch();
            return;
        }
        patch.removedDependencies().forEach(dependencies::remove);
        patch.removedTasks().forEach(tasks::remove);
        patch.tasks().forEach(task -> tasks.put(task.id(), task));
        patch.dependencies().forEach(dependency -> dependencies.put(dependency.id(), dependency));
        revision = patch.to();
    }

    private void fetch() {
        Fetched fetched = server.get();
        revision = fetched.revision();
        tasks.clear();
        fetched.graph().tasks().forEach(task -> tasks.put(task.id(), task));
        dependencies.clear();
        fetched.graph().dependencies().forEach(dependency -> dependencies.put(dependency.id(), dependency));
        fetches++;
    }

    int fetches() {
        return fetches;
    }

    Map<UUID, Task> tasks() {
        return tasks;
    }

    Map<UUID, Dependency> dependencies() {
        return dependencies;
    }

    long revision() {
        return revision;
    }
}
