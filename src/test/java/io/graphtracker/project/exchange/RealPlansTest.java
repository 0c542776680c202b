package io.graphtracker.project.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.project.GraphFixture;
import io.graphtracker.project.ProjectGraph;
import io.graphtracker.project.Task;
import io.graphtracker.project.TaskStatus;
import io.graphtracker.testing.OnSqlite;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Plans that were not made for this program, imported whole, and compared with what is known about them otherwise. */
@OnSqlite
@SuppressWarnings("NullAway.Init") // set by Spring
class RealPlansTest {

    private static final int MINUTES = 60;

    @Autowired
    private PlanReader reader;

    @Autowired
    private PlanImport imports;

    @Autowired
    private GraphFixture graphs;

    private ReadPlan read;

    private ProjectGraph imported(String fileName, String content) {
        read = reader.read(
                fileName, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)), () -> false, tasks -> {});
        return graphs.load(
                imports.newProject(imports.prepare(read, () -> false)).id());
    }

    private static String resource(String name) throws IOException {
        try (InputStream file = RealPlansTest.class.getResourceAsStream("/plans/" + name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static long tasks(ProjectGraph graph) {
        return graph.tasks().stream().filter(task -> !task.group()).count();
    }

    /** All places are different, so that nothing lies over anything else. */
    private static void assertArranged(ProjectGraph graph) {
        List<Task> tasks = graph.tasks().stream().filter(task -> !task.group()).toList();
        assertThat(tasks.stream().map(Task::position).distinct().count()).isEqualTo(tasks.size());
    }

    /** The longest way through the remaining work in minutes, by trying all of them over pairs of single tasks. */
    private static long longestWay(ProjectGraph graph) {
        Map<UUID, List<UUID>> leaves = new HashMap<>();
        Map<UUID, Task> byId = graph.tasks().stream().collect(Collectors.toMap(Task::id, task -> task));
        for (Task task : graph.tasks()) {
            if (!task.group()) {
                for (UUID around = task.id();
                        around != null;
                        around = Objects.requireNonNull(byId.get(around)).parentId()) {
                    leaves.computeIfAbsent(around, id -> new ArrayList<>()).add(task.id());
                }
            }
        }
        Map<UUID, Set<UUID>> before = new HashMap<>();
        graph.dependencies()
                .forEach(dependency -> leaves.getOrDefault(dependency.targetId(), List.of())
                        .forEach(target -> before.computeIfAbsent(target, id -> new HashSet<>())
                                .addAll(leaves.getOrDefault(dependency.sourceId(), List.of()))));
        Map<UUID, Long> known = new HashMap<>();
        return leaves.keySet().stream()
                .filter(id -> !Objects.requireNonNull(byId.get(id)).group())
                .mapToLong(id -> wayTo(id, before, byId, known))
                .max()
                .orElse(0);
    }

    private static long wayTo(UUID id, Map<UUID, Set<UUID>> before, Map<UUID, Task> byId, Map<UUID, Long> known) {
        Long found = known.get(id);
        if (found != null) {
            return found;
        }
        long longest = 0;
        for (UUID earlier : before.getOrDefault(id, Set.of())) {
            longest = Math.max(longest, wayTo(earlier, before, byId, known));
        }
        Task task = Objects.requireNonNull(byId.get(id));
        double planned = Objects.requireNonNullElse(task.plannedHours(), 0.0);
        double actual = Objects.requireNonNullElse(task.details().actualHours(), 0.0);
        double remaining = task.status() == TaskStatus.DONE ? 0 : Math.max(0, planned - actual);
        long way = longest + Math.round(remaining * MINUTES);
        known.put(id, way);
        return way;
    }

    @Test
    void theModulesOfTheJdkAreImportedFromDot() {
        List<ModuleDescriptor> modules = ModuleFinder.ofSystem().findAll().stream()
                .map(ModuleReference::descriptor)
                .toList();
        StringBuilder dot = new StringBuilder("digraph \"JDK\" {\n");
        int dependencies = 0;
        for (ModuleDescriptor module : modules) {
            dot.append("\"")
                    .append(module.name())
                    .append("\" [hours=")
                    .append(module.packages().size())
                    .append("];\n");
            String required =
                    module.requires().stream().map(Requires::name).collect(Collectors.joining("\" \"", "\"", "\""));
            if (!module.requires().isEmpty()) {
                dot.append("{")
                        .append(required)
                        .append("} -> \"")
                        .append(module.name())
                        .append("\"\n");
            }
            dependencies += module.requires().size();
        }

        ProjectGraph graph = imported("jdk.dot", dot + "}\n");

        assertThat(read.findings()).isEmpty();
        assertThat(graph.tasks()).hasSize(modules.size());
        assertThat(graph.tasks()).extracting(Task::title).contains("java.base", "java.sql", "jdk.compiler");
        assertThat(graph.dependencies()).hasSize(dependencies);
        assertThat(graphs.criticalPath(graph.projectId()).minutes())
                .isEqualTo(longestWay(graph))
                .isGreaterThan(0);
        assertArranged(graph);
    }

    @Test
    void theDependenciesOfThisProjectAreImportedFromDotAndGraphMl() throws IOException {
        String dot = resource("dependencies.dot");
        Set<String> artifacts = Pattern.compile("\"([^\"]+)\"")
                .matcher(dot)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
        long arrows = dot.lines().filter(line -> line.contains("->")).count();

        ProjectGraph fromDot = imported("dependencies.dot", dot);

        assertThat(read.findings()).isEmpty();
        assertThat(read.document().name()).isEqualTo("io.graphtracker:graph-tracker:jar:1.0.0-SNAPSHOT");
        assertThat(fromDot.tasks()).extracting(Task::title).containsExactlyInAnyOrderElementsOf(artifacts);
        assertThat(fromDot.dependencies()).hasSize((int) arrows);
        // a tree has one edge less than it has nodes
        assertThat(fromDot.dependencies()).hasSize(artifacts.size() - 1);

        ProjectGraph fromGraphMl = imported("dependencies.graphml", resource("dependencies.graphml"));

        assertThat(read.format()).isEqualTo("graphml");
        assertThat(read.findings()).isEmpty();
        assertThat(fromGraphMl.tasks()).extracting(Task::title).containsExactlyInAnyOrderElementsOf(artifacts);
        assertThat(fromGraphMl.dependencies()).hasSize((int) arrows);
        assertArranged(fromGraphMl);
    }

    @Test
    void aPlanOfGanttProjectHasTheSameCriticalPathAsByHand() throws IOException {
        ProjectGraph graph = imported("boathouse.gan", resource("boathouse.gan"));

        assertThat(read.document().name()).isEqualTo("boathouse");
        assertThat(tasks(graph)).isEqualTo(14);
        assertThat(graph.tasks()).hasSize(17);
        // seven between tasks, two from a milestone to a group, one between groups
        assertThat(graph.dependencies()).hasSize(10);
        // 15 days for the timber, 5 for the deck, 10 for walls and roof, 2 for doors, 5 for paint
        assertThat(graphs.criticalPath(graph.projectId()).minutes())
                .isEqualTo((15 + 5 + 10 + 2 + 5) * 8 * MINUTES)
                .isEqualTo(longestWay(graph));
        assertArranged(graph);
    }
}
