package io.graphtracker.project;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes, names, archives and lists projects. */
@Service
@Transactional
public class ProjectService {

    private final ProjectRepository projects;
    private final SampleProject sample;
    private final Clock clock;

    ProjectService(ProjectRepository projects, SampleProject sample, Clock clock) {
        this.projects = projects;
        this.sample = sample;
        this.clock = clock;
    }

    /** The projects that are archived, or those that are not; newest change first, in one query. */
    @Transactional(readOnly = true)
    public List<ProjectSummary> list(boolean archived) {
        return projects.summaries(archived);
    }

    /** A project, if there is one with this id. */
    @Transactional(readOnly = true)
    public Optional<ProjectSummary> find(UUID id) {
        return projects.summary(id);
    }

    /**
     * Creates an empty project.
     *
     * @param name 1 to 200 characters after trimming
     * @throws ProjectException if the name is blank or too long
     */
    public ProjectSummary create(String name) {
        return projects.save(new Project(Rules.name(name), now())).emptySummary();
    }

    /** Creates a project with a sample plan for new users. */
    public ProjectSummary createSample() {
        Project project = projects.save(new Project(sample.name(), now()));
        sample.fill(project.id());
        return projects.summary(project.id()).orElseThrow();
    }

    /**
     * Renames a project.
     *
     * @param name 1 to 200 characters after trimming
     * @throws ProjectException if the name is blank or too long, or there is no such project
     */
    public void rename(UUID id, String name) {
        checkFound(projects.rename(id, Rules.name(name), now()));
    }

    /**
     * Archives a project or undoes that. Its content stays, and can be changed either way.
     *
     * @throws ProjectException if there is no such project
     */
    public void setArchived(UUID id, boolean archived) {
        checkFound(projects.setArchived(id, archived, now()));
    }

    /**
     * Deletes a project with everything in it.
     *
     * @throws ProjectException if there is no such project
     */
    public void delete(UUID id) {
        checkFound(projects.deleteWithContent(id));
    }

    private static void checkFound(int changed) {
        if (changed == 0) {
            throw new ProjectException("project.error.project-not-found");
        }
    }

    /** In milliseconds, which is the precision of SQLite: a more precise time would differ after a reload. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
