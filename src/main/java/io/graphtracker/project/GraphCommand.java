package io.graphtracker.project;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One gesture of a user that changes the graph of a project. It becomes one {@link Change}, however many tasks it
 * affects.
 *
 * @see GraphChanges#execute
 */
public sealed interface GraphCommand permits GraphCommand.OfPlan, GraphCommand.OfLayout {

    /** Changes the plan: the tasks, what they contain, or what they depend on. */
    sealed interface OfPlan extends GraphCommand {}

    /** Changes where and how tasks are drawn, which is no change of the plan. */
    sealed interface OfLayout extends GraphCommand {}

    /**
     * Adds a planned task without an estimate.
     *
     * @param title 1 to 200 characters after trimming
     * @param groupId the group to put it into, if any
     * @param afterId a task that it depends on, if any; without a group of its own, it goes into the group of that task
     */
    record AddTask(
            String title,
            Position position,
            @Nullable UUID groupId,
            @Nullable UUID afterId) implements OfPlan {

        public AddTask(String title, Position position) {
            this(title, position, null, null);
        }
    }

    /**
     * Updates the details of a task. Only details that the user has changed are written. A detail that somebody else
     * has changed meanwhile is not, but becomes a {@link FieldConflict}.
     *
     * @param shown the details as the user saw them
     * @param wanted title of 1 to 200 characters and description of up to 10,000, after trimming; hours from 0 to
     *     100,000; at most 20 tags of up to 30 characters; an assignee of up to 100 characters; a link that begins with
     *     {@code http://} or {@code https://}, of up to 2,000 characters
     */
    record EditTask(UUID taskId, TaskDetails shown, TaskDetails wanted) implements OfPlan {}

    /** Moves tasks together, by task id. Tasks that no longer exist are skipped. */
    record MoveTasks(Map<UUID, Position> positions) implements OfLayout {

        public MoveTasks {
            positions = Map.copyOf(positions);
        }
    }

    /** Places tasks and groups as a layout has computed it. Tasks that no longer exist are skipped. */
    record ArrangeTasks(Map<UUID, Position> positions) implements OfLayout {

        public ArrangeTasks {
            positions = Map.copyOf(positions);
        }
    }

    /**
     * Puts tasks or groups into a group, or out of any. What lies in another one of them stays there. Tasks that no longer
     * exist are skipped.
     *
     * @param groupId the group; null for none
     */
    record PutIntoGroup(Set<UUID> taskIds, @Nullable UUID groupId) implements OfPlan {

        public PutIntoGroup {
            taskIds = Set.copyOf(taskIds);
        }
    }

    /** Does the same and moves tasks, as one drag does. */
    record MoveIntoGroup(Map<UUID, Position> positions, PutIntoGroup group) implements OfPlan {

        public MoveIntoGroup {
            positions = Map.copyOf(positions);
        }
    }

    /**
     * Makes a group of tasks or groups. It lies in the innermost group that contains them all. What lies in another one
     * of them stays there.
     *
     * @param title 1 to 200 characters after trimming
     */
    record MakeGroup(String title, Set<UUID> taskIds) implements OfPlan {

        public MakeGroup {
            taskIds = Set.copyOf(taskIds);
        }
    }

    /** Removes groups, but not what they contain, which moves to the group around them. Tasks are skipped. */
    record Ungroup(Set<UUID> groupIds) implements OfPlan {

        public Ungroup {
            groupIds = Set.copyOf(groupIds);
        }
    }

    /** Collapses groups to their titles, or expands them. Tasks are skipped. */
    record Collapse(Set<UUID> groupIds, boolean collapsed) implements OfLayout {

        public Collapse {
            groupIds = Set.copyOf(groupIds);
        }
    }

    /**
     * Deletes tasks and groups with their dependencies. What a deleted group contained moves to the group around it.
     * Tasks that no longer exist are skipped.
     */
    record DeleteTasks(Set<UUID> taskIds) implements OfPlan {

        public DeleteTasks {
            taskIds = Set.copyOf(taskIds);
        }
    }

    /**
     * Makes one task depend on another.
     *
     * @param sourceId the task that comes first
     * @param targetId the task that depends on it
     */
    record Connect(UUID sourceId, UUID targetId) implements OfPlan {}

    /**
     * Makes several tasks depend on each other, for example those that a deleted task connected. Pairs that the rules
     * refuse by now are skipped and counted.
     */
    record ConnectAll(List<TaskPair> pairs) implements OfPlan {

        public ConnectAll {
            pairs = List.copyOf(pairs);
        }
    }

    /**
     * Adds a comment to a task or a group.
     *
     * @param author the name of the current user
     * @param text 1 to 5,000 characters after trimming
     */
    record AddComment(UUID taskId, String author, String text) implements OfPlan {}

    /**
     * Deletes a comment.
     *
     * @param author the name of the current user, who must be the author
     */
    record DeleteComment(UUID commentId, String author) implements OfPlan {}

    /** Removes dependencies; those that no longer exist are skipped. */
    record Disconnect(Set<UUID> dependencyIds) implements OfPlan {

        public Disconnect {
            dependencyIds = Set.copyOf(dependencyIds);
        }
    }

    /**
     * Adds a whole plan, below what is there. Dependencies that would close a cycle, or that are there twice, are
     * skipped.
     *
     * @param source what it was read from, for people
     * @param tasks with ids that no other task has; their groups must be among them
     * @param dependencies between these tasks
     */
    record ImportPlan(String source, List<Task> tasks, List<Dependency> dependencies) implements OfPlan {

        public ImportPlan {
            tasks = List.copyOf(tasks);
            dependencies = List.copyOf(dependencies);
        }
    }
}
