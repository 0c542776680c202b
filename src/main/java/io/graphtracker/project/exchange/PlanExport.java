package io.graphtracker.project.exchange;

import io.graphtracker.project.Comment;
import io.graphtracker.project.CommentedGraph;
import io.graphtracker.project.GraphService;
import io.graphtracker.project.ProjectGraph;
import io.graphtracker.project.ProjectService;
import io.graphtracker.project.ProjectSummary;
import io.graphtracker.project.Task;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Writes projects in the formats that others read. */
@Service
public class PlanExport {

    private final ProjectService projects;
    private final GraphService graphs;
    private final List<PlanWriter> writers;

    PlanExport(ProjectService projects, GraphService graphs, List<PlanWriter> writers) {
        this.projects = projects;
        this.graphs = graphs;
        this.writers = List.copyOf(writers);
    }

    /**
     * A written plan.
     *
     * @param writer knows the type of the content
     */
    public record Written(String fileName, PlanWriter writer, String content) {}

    /** The formats that can be written, in order: see {@link PlanWriter#id}. */
    public List<String> formats() {
        return writers.stream().map(PlanWriter::id).toList();
    }

    /**
     * Writes a project.
     *
     * @param format see {@link PlanWriter#id}
     * @return nothing if there is no such project or format
     */
    public Optional<Written> write(UUID projectId, String format) {
        return writer(format).flatMap(one -> projects.find(projectId).map(project -> written(project, one)));
    }

    private Written written(ProjectSummary project, PlanWriter writer) {
        String content = writer.write(document(project, graphs.loadWithComments(project.id())));
        return new Written(fileName(project.name(), writer), writer, content);
    }

    private static String fileName(String projectName, PlanWriter writer) {
        return ExportName.of(projectName) + "." + writer.extension();
    }

    /**
     * What the file of a project is called.
     *
     * @param format see {@link PlanWriter#id}
     * @throws IllegalArgumentException if there is no such format
     */
    public String fileName(String projectName, String format) {
        return writer(format)
                .map(writer -> fileName(projectName, writer))
                .orElseThrow(() -> new IllegalArgumentException("There is no writer of " + format));
    }

    private Optional<PlanWriter> writer(String format) {
        return writers.stream().filter(one -> one.id().equals(format)).findFirst();
    }

    static PlanDocument document(ProjectSummary project, CommentedGraph plan) {
        ProjectGraph graph = plan.graph();
        Map<UUID, List<PlanComment>> comments = plan.comments().stream()
                .collect(Collectors.groupingBy(
                        Comment::taskId,
                        Collectors.mapping(
                                comment -> new PlanComment(comment.author(), comment.at(), comment.text()),
                                Collectors.toList())));
        Map<UUID, String> keys = new HashMap<>();
        int tasks = 0;
        int groups = 0;
        for (Task task : graph.tasks()) {
            keys.put(task.id(), task.group() ? "g" + ++groups : "t" + ++tasks);
        }
        List<PlanTask> written = new ArrayList<>();
        for (Task task : graph.tasks()) {
            written.add(task(task, keys, comments.getOrDefault(task.id(), List.of())));
        }
        return new PlanDocument(
                project.name(),
                written,
                graph.dependencies().stream()
                        .map(dependency ->
                                new PlanDependency(key(keys, dependency.sourceId()), key(keys, dependency.targetId())))
                        .toList());
    }

    private static PlanTask task(Task task, Map<UUID, String> keys, List<PlanComment> comments) {
        UUID parent = task.parentId();
        return new PlanTask(
                key(keys, task.id()),
                parent == null ? null : key(keys, parent),
                task.group(),
                task.details(),
                task.position(),
                task.collapsed(),
                comments);
    }

    private static String key(Map<UUID, String> keys, @Nullable UUID id) {
        return Objects.requireNonNull(keys.get(id), "a task of the project");
    }
}
