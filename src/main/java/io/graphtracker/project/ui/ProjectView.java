package io.graphtracker.project.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import io.graphtracker.actions.ActionComponents;
import io.graphtracker.database.DatabaseGeneration;
import io.graphtracker.feedback.Feedback;
import io.graphtracker.preferences.Preferences;
import io.graphtracker.project.ProjectIds;
import io.graphtracker.project.ProjectService;
import io.graphtracker.project.ProjectSummary;
import io.graphtracker.settings.SettingsPanel;
import io.graphtracker.shell.MainLayout;
import io.graphtracker.texts.Texts;
import java.util.Optional;

/** A project's page: header, graph, sidebar. */
@Route(value = "projects/:" + ProjectView.ID, layout = MainLayout.class)
public class ProjectView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String ID = "id";

    private final ProjectService projects;
    private final GraphServices services;
    private final ActionComponents actions;
    private final SettingsPanel settings;
    private final Preferences preferences;
    private final DatabaseGeneration database;
    private final Feedback feedback;
    private final Texts texts;
    private String pageTitle = "";

    ProjectView(
            ProjectService projects,
            GraphServices services,
            ActionComponents actions,
            SettingsPanel settings,
            Preferences preferences,
            DatabaseGeneration database,
            Feedback feedback,
            Texts texts) {
        this.projects = projects;
        this.services = services;
        this.actions = actions;
        this.settings = settings;
        this.preferences = preferences;
        this.database = database;
        this.feedback = feedback;
        this.texts = texts;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<ProjectSummary> project =
                event.getRouteParameters().get(ID).flatMap(ProjectIds::parse).flatMap(projects::find);
        if (project.isPresent()) {
            show(project.get(), event);
        } else {
            event.rerouteToError(NotFoundException.class);
        }
    }

    @Override
    public String getPageTitle() {
        return pageTitle;
    }

    private void show(ProjectSummary project, BeforeEnterEvent event) {
        pageTitle = texts.get("page.title", project.name());
        GraphModel graph = new GraphModel(services, project.id(), PageIds.of(event.getUI(), feedback), database);
        ProjectPage page = new ProjectPage(project, graph, services, preferences, feedback, texts);
        page.fill(actions, settings);
        TaskAddress.task(event.getLocation()).ifPresent(page::open);
        TaskAddress.follow(graph, event.getUI());
        removeAll();
        add(page);
    }
}
