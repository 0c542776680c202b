package io.graphtracker.project.exchange;

import io.graphtracker.project.GraphChanges;
import io.graphtracker.project.GraphCommand.ImportPlan;
import io.graphtracker.project.Position;
import io.graphtracker.project.ProjectService;
import io.graphtracker.project.ProjectSummary;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Makes changes and projects of plans that were read. */
@Service
public class PlanImport {

    private final ProjectService projects;
    private final GraphChanges changes;

    PlanImport(ProjectService projects, GraphChanges changes) {
        this.projects = projects;
        this.changes = changes;
    }

    /** The change that adds a plan to a project. Tasks without a place get one. */
    public ImportPlan command(ReadPlan plan) {
        PlanRows rows = PlanRows.of(plan.document(), places(plan.document()));
        return new ImportPlan(plan.fileName(), rows.tasks(), rows.dependencies());
    }

    /**
     * Makes a project of a plan, called like the plan.
     *
     * @throws io.graphtracker.project.ProjectException if the rules of a project refuse it; there is no project then
     */
    public ProjectSummary newProject(ReadPlan plan) {
        ImportPlan command = command(plan);
        ProjectSummary project = projects.create(plan.document().name());
        try {
            changes.execute(project.id(), null, command);
        } catch (RuntimeException e) {
            projects.delete(project.id());
            throw e;
        }
        return project;
    }

    private static Map<String, Position> places(PlanDocument plan) {
        boolean complete = plan.tasks().stream().allMatch(task -> task.group() || task.position() != null);
        Map<String, Position> places = complete ? new HashMap<>() : LayeredPlaces.of(plan);
        if (complete) {
            plan.tasks().forEach(task -> {
                if (task.position() != null) {
                    places.put(task.key(), task.position());
                }
            });
        }
        return places;
    }
}
