package io.graphtracker.project.layout;

import io.graphtracker.project.Position;
import io.graphtracker.project.layout.LayoutGraph.Link;
import io.graphtracker.project.layout.LayoutGraph.Node;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Plans to arrange, built by name. */
final class Plans {

    private final List<Node> nodes = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();

    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    Plans task(String name, @Nullable String group, double x, double y) {
        return add(name, group, false, x, y, false);
    }

    Plans group(String name, @Nullable String around) {
        return add(name, around, true, 0, 0, false);
    }

    Plans collapsed(String name, double x, double y) {
        return add(name, null, true, x, y, true);
    }

    private Plans add(String name, @Nullable String group, boolean isGroup, double x, double y, boolean collapsed) {
        UUID parentId = group == null ? null : id(group);
        nodes.add(new Node(id(name), parentId, isGroup, name, new Position(x, y), collapsed));
        return this;
    }

    /** Takes back the task or group that was added last. */
    void removeLast() {
        nodes.removeLast();
    }

    Plans link(String source, String target) {
        links.add(new Link(id(source), id(target)));
        return this;
    }

    LayoutGraph graph() {
        return new LayoutGraph(nodes, links);
    }

    /** Groups of 20 tasks in disorder, each linked to later ones. */
    static LayoutGraph large(int tasks, int linkCount, long seed) {
        Random random = new Random(seed);
        Plans plan = new Plans();
        for (int task = 0; task < tasks; task++) {
            if (task % 20 == 0) {
                plan.group("group " + task / 20, null);
            }
            plan.task("task " + task, "group " + task / 20, random.nextInt(9_000), random.nextInt(9_000));
        }
        for (int link = 0; link < linkCount; link++) {
            int source = random.nextInt(tasks - 1);
            int target = Math.min(tasks - 1, source + 1 + random.nextInt(40));
            plan.link("task " + source, "task " + target);
        }
        return plan.graph();
    }

    /** The same plan with what was arranged at its places. */
    static Drawing drawn(LayoutGraph graph, Map<UUID, Position> places) {
        return new Drawing(graph).at(places);
    }
}
