package io.graphtracker.project.ui;

import io.graphtracker.project.ProjectIds;
import io.graphtracker.project.ProjectService;
import io.graphtracker.project.ProjectSummary;
import io.graphtracker.shell.PageName;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The names of the pages of projects. */
@Component
class ProjectPageName implements PageName {

    private static final String PATH = "projects/";

    private final ProjectService projects;

    ProjectPageName(ProjectService projects) {
        this.projects = projects;
    }

    @Override
    public Optional<String> of(String path) {
        return path.startsWith(PATH)
                ? ProjectIds.parse(path.substring(PATH.length()))
                        .flatMap(projects::find)
                        .filter(project -> path.equals(PATH + project.id()))
                        .map(ProjectSummary::name)
                : Optional.empty();
    }
}
