package io.graphtracker.project;

import java.util.List;

/**
 * All of a plan at one moment.
 *
 * @param comments on its tasks and groups, in the order in which they were written
 */
public record CommentedGraph(ProjectGraph graph, List<Comment> comments) {

    public CommentedGraph {
        comments = List.copyOf(comments);
    }
}
