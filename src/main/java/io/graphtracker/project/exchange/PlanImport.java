package io.graphtracker.project.exchange;

import io.graphtracker.project.Dependency;
import io.graphtracker.project.GraphChanges;
import io.graphtracker.project.GraphCommand.ImportPlan;
import io.graphtracker.project.Position;
import io.graphtracker.project.ProjectGraph;
import io.graphtracker.project.ProjectService;
import io.graphtracker.project.ProjectSummary;
import io.graphtracker.project.RowIds;
import io.graphtracker.project.Task;
import io.graphtracker.project.layout.LayoutGraph;
import io.graphtracker.project.layout.PlanLayout;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Makes changes and projects of plans that were read. */
@Service
public class PlanImport {

    /**
     * Larger plans get plain places: a layout of 8,000 tasks takes four seconds and 400 MB, and grows faster than the
     * plan.
     */
    private static final int MOST_ARRANGED = 8_000;

    private static final Logger log = LoggerFactory.getLogger(PlanImport.class);

    private final ProjectService projects;
    private final GraphChanges changes;
    private final PlanLayout layout;
    private final Clock clock;

    PlanImport(ProjectService projects, GraphChanges changes, PlanLayout layout, Clock clock) {
        this.projects = projects;
        this.changes = changes;
        this.layout = layout;
        this.clock = clock;
    }

    /**
     * Prepares the change that adds a plan to a project. If any task has no place, all are arranged.
     *
     * @param cancelled asked regularly
     * @throws java.util.concurrent.CancellationException if it was cancelled
     */
    public PreparedPlan prepare(ReadPlan plan, BooleanSupplier cancelled) {
        PlanDocument document = plan.document();
        PlanRows rows =
                PlanRows.of(document, placesOf(document), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        List<Task> tasks = rows.tasks();
        if (!hasPlaces(document) && document.tasks().size() <= MOST_ARRANGED) {
            tasks = arranged(tasks, rows.dependencies(), cancelled);
        }
        return new PreparedPlan(plan, new ImportPlan(plan.fileName(), tasks, rows.dependencies(), rows.comments()));
    }

    private List<Task> arranged(List<Task> tasks, List<Dependency> dependencies, BooleanSupplier cancelled) {
        try {
            LayoutGraph graph = LayoutGraph.of(new ProjectGraph(RowIds.next(), tasks, dependencies));
            Map<UUID, Position> places = layout.arrange(graph, cancelled);
            return tasks.stream()
                    .map(task -> task.at(places.getOrDefault(task.id(), task.position())))
                    .toList();
        } catch (CancellationException e) {
            throw e;
        } catch (IllegalStateException e) {
            log.warn("A plan of {} tasks could not be arranged, and gets plain places", tasks.size(), e);
            return tasks;
        }
    }

    /**
     * Makes a project of a plan, called like the plan.
     *
     * @throws io.graphtracker.project.ProjectException if the rules of a project refuse it; there is no project then
     */
    public ProjectSummary newProject(PreparedPlan plan) {
        ProjectSummary project = projects.create(plan.plan().document().name());
        try {
            changes.execute(project.id(), null, plan.change());
        } catch (RuntimeException e) {
            try {
                projects.delete(project.id());
            } catch (RuntimeException notDeleted) {
                // the empty project stays, and the reason is the one that counts
                e.addSuppressed(notDeleted);
            }
            throw e;
        }
        return project;
    }

    /** Some files have the same place for all tasks, or for those that nobody has moved; tasks would cover each other. */
    private static boolean hasPlaces(PlanDocument plan) {
        List<PlanTask> tasks =
                plan.tasks().stream().filter(task -> !task.group()).toList();
        long places = tasks.stream()
                .map(PlanTask::position)
                .filter(Objects::nonNull)
                .distinct()
                .count();
        return tasks.stream().allMatch(task -> task.position() != null) && 2 * places > tasks.size();
    }

    /** Those of the file, or plain ones. */
    private static Map<String, Position> placesOf(PlanDocument plan) {
        if (!hasPlaces(plan)) {
            return LayeredPlaces.of(plan);
        }
        Map<String, Position> places = new HashMap<>();
        for (PlanTask task : plan.tasks()) {
            if (task.position() != null) {
                places.put(task.key(), task.position());
            }
        }
        return places;
    }
}
