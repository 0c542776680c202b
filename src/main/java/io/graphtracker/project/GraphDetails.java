package io.graphtracker.project;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads parts of a graph for pages, which do not hold the whole. */
@Service
@Transactional(readOnly = true)
public class GraphDetails {

    private final GraphDetailsRepository details;
    private final OutlineRepository outline;
    private final GroupProgressReader progress;
    private final CommentRows comments;

    GraphDetails(
            GraphDetailsRepository details,
            OutlineRepository outline,
            GroupProgressReader progress,
            CommentRows comments) {
        this.comments = comments;
        this.details = details;
        this.outline = outline;
        this.progress = progress;
    }

    /** @throws ProjectException if there is no such project */
    public GraphFacts facts(UUID projectId) {
        return details.facts(projectId).orElseThrow(() -> new ProjectException("project.error.project-not-found"));
    }

    /** Whether there is still a project with this id. */
    public boolean isProject(UUID projectId) {
        return details.isProject(projectId);
    }

    /** The dependencies that begin or end in a task, in the order in which they were made. */
    public List<DependencyEnds> dependenciesOf(UUID taskId) {
        return details.of(taskId);
    }

    /** A dependency, if it still exists in a project. */
    public Optional<DependencyEnds> dependency(UUID projectId, UUID dependencyId) {
        return details.ends(projectId, dependencyId);
    }

    /** How far a group is; one that does not exist is empty. */
    public GroupProgress progress(UUID groupId) {
        return progress.of(List.of(groupId)).getOrDefault(groupId, GroupProgress.EMPTY);
    }

    /** Where all tasks and groups of a project are. */
    public List<TaskPlace> places(UUID projectId) {
        return details.places(projectId);
    }

    /** Those of some tasks and groups that still exist in a project. */
    public Set<UUID> existing(UUID projectId, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        if (ids.size() > GraphRows.MOST_IDS) {
            return outline.nodes(projectId).stream().map(OutlineNode::id).collect(Collectors.toSet());
        }
        return Set.copyOf(details.existing(projectId, ids));
    }

    /** The titles of those of some tasks and groups that still exist, in the order in which they were made. */
    public List<String> titles(UUID projectId, Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : details.titles(projectId, ids);
    }

    /** All groups of a project, by title. */
    public List<FoundTask> groups(UUID projectId) {
        return details.groups(projectId);
    }

    /** The comments of a task, in the order in which they were written. */
    public List<Comment> commentsOf(UUID projectId, UUID taskId) {
        return comments.of(projectId, Set.of(taskId));
    }

    /** Everybody who is assigned to a task. */
    public List<String> assignees(UUID projectId) {
        return details.assignees(projectId);
    }

    /** All tags of tasks, sorted. */
    public List<String> tags(UUID projectId) {
        return List.copyOf(TaskTags.merge(details.tags(projectId)));
    }

    /** The tasks that a filter brings out. Which these are is decided here, so that letters of any alphabet count. */
    public Set<UUID> matching(UUID projectId, TaskFilter filter) {
        return filter.matching(details.filtered(projectId));
    }

    /** The positions of tasks and groups and of all that is in them. Those that no longer exist are left out. */
    public Map<UUID, Position> positionsWithContent(UUID projectId, Collection<UUID> ids) {
        Map<UUID, OutlineNode> nodes = new LinkedHashMap<>();
        Map<UUID, List<UUID>> children = new HashMap<>();
        outline.nodes(projectId).forEach(node -> {
            nodes.put(node.id(), node);
            if (node.parentId() != null) {
                children.computeIfAbsent(node.parentId(), group -> new ArrayList<>())
                        .add(node.id());
            }
        });
        Map<UUID, Position> positions = new LinkedHashMap<>();
        Deque<UUID> waiting = new ArrayDeque<>(ids);
        while (!waiting.isEmpty()) {
            UUID id = waiting.pop();
            OutlineNode node = nodes.get(id);
            if (node != null && positions.put(id, node.position()) == null) {
                waiting.addAll(children.getOrDefault(id, List.of()));
            }
        }
        return positions;
    }
}
