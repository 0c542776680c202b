package io.graphtracker.project.exchange.format;

import io.graphtracker.project.exchange.Place;
import io.graphtracker.project.exchange.PlanBuilder;
import io.graphtracker.project.exchange.TaskDraft;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mpxj.Duration;
import org.mpxj.Priority;
import org.mpxj.ProjectFile;
import org.mpxj.Relation;
import org.mpxj.RelationType;
import org.mpxj.ResourceAssignment;
import org.mpxj.Task;
import org.mpxj.TimeUnit;

/** Makes a plan of what MPXJ has read, in the same way as {@link ProjectXmlFormat}. */
final class MppTasks {

    private final PlanBuilder plan;

    MppTasks(PlanBuilder plan) {
        this.plan = plan;
    }

    void addAll(ProjectFile project) {
        plan.name(text(project.getProjectProperties().getProjectTitle()));
        List<Task> tasks = project.getTasks().stream().filter(MppTasks::isTask).toList();
        Set<Task> known = new HashSet<>(tasks);
        tasks.forEach(task -> add(task, known));
        tasks.forEach(task -> task.getPredecessors().forEach(relation -> depend(relation, place(task))));
    }

    /** Not the project itself, an empty row, or a task of another project. */
    private static boolean isTask(Task task) {
        return !task.getNull() && !task.getExternalTask() && !Objects.equals(task.getOutlineLevel(), 0);
    }

    private void add(Task task, Set<Task> known) {
        TaskDraft draft = plan.add(key(task), place(task))
                .title(text(task.getName()))
                .description(text(task.getNotes()))
                .link(text(task.getHyperlinkAddress()))
                .priority(Priorities.of(priority(task.getPriority())))
                .assignee(assignee(task));
        Task parent = task.getParentTask();
        if (parent != null && known.contains(parent)) {
            draft.parent(key(parent));
        }
        Number complete = task.getPercentageComplete();
        Schedule.progress(draft, hours(task), complete == null ? 0 : complete.doubleValue());
    }

    private void depend(Relation relation, Place place) {
        Schedule.depend(
                plan,
                key(relation.getPredecessorTask()),
                key(relation.getSuccessorTask()),
                relation.getType() == RelationType.FINISH_START,
                relation.getLag() != null && relation.getLag().getDuration() != 0,
                place);
    }

    private static String key(Task task) {
        return String.valueOf(task.getUniqueID());
    }

    /** The number that Microsoft Project shows in front of the row. */
    private static Place place(Task task) {
        return Place.task(Objects.requireNonNullElse(task.getID(), 0));
    }

    private static @Nullable Double hours(Task task) {
        Duration duration = task.getDuration();
        return duration == null
                ? null
                : Double.valueOf(duration.convertUnits(
                                TimeUnit.HOURS, task.getParentFile().getProjectProperties())
                        .getDuration());
    }

    private static int priority(@Nullable Priority priority) {
        return priority == null ? 0 : priority.getValue();
    }

    private static String assignee(Task task) {
        return task.getResourceAssignments().stream()
                .map(ResourceAssignment::getResource)
                .filter(Objects::nonNull)
                .map(resource -> text(resource.getName()))
                .filter(name -> !name.isBlank())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
