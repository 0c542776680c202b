package io.graphtracker.project.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import io.graphtracker.actions.IconButton;
import io.graphtracker.project.ProjectSummary;
import io.graphtracker.texts.Texts;
import io.graphtracker.texts.Times;
import java.time.ZoneId;
import java.util.function.Consumer;

/** A project in the list: its name as a link, its progress, and buttons for what can be done with it. */
class ProjectCard extends ListItem {

    /** Archives a project, or undoes that. */
    @FunctionalInterface
    interface Archiver {
        void setArchived(ProjectSummary project, boolean archived);
    }

    private final ZoneId zone;
    private final Texts texts;
    private final Span changed = new Span();
    private final ProgressLine progress;

    ProjectCard(
            ProjectSummary project,
            ZoneId zone,
            Texts texts,
            Consumer<ProjectSummary> rename,
            Archiver archiver,
            Consumer<ProjectSummary> delete) {
        this.zone = zone;
        this.texts = texts;
        this.progress = new ProgressLine(texts);
        addClassName("project-card");
        RouterLink name = new RouterLink(
                project.name(),
                ProjectView.class,
                new RouteParameters(ProjectView.ID, project.id().toString()));
        name.addClassName("project-name");
        changed.addClassName("project-changed");
        show(project);
        Div words = new Div(name, changed, progress);
        words.addClassName("project-words");
        add(words, buttons(project, rename, archiver, delete));
    }

    /** Shows how far the project is now, and when it was last changed. */
    final void show(ProjectSummary project) {
        changed.setText(texts.get(
                project.archived() ? "projects.changed.archived" : "projects.changed",
                Times.toTheMinute(project.updatedAt().atZone(zone))));
        progress.show(project.progress());
    }

    private Div buttons(
            ProjectSummary project,
            Consumer<ProjectSummary> rename,
            Archiver archiver,
            Consumer<ProjectSummary> delete) {
        Div buttons = new Div();
        buttons.addClassName("project-buttons");
        if (project.archived()) {
            buttons.add(button(
                    VaadinIcon.ROTATE_LEFT,
                    "projects.restore.name",
                    project,
                    () -> archiver.setArchived(project, false)));
        } else {
            buttons.add(
                    button(VaadinIcon.PENCIL, "projects.rename.name", project, () -> rename.accept(project)),
                    button(
                            VaadinIcon.ARCHIVE,
                            "projects.archive.name",
                            project,
                            () -> archiver.setArchived(project, true)));
        }
        buttons.add(button(VaadinIcon.TRASH, "projects.delete.name", project, () -> delete.accept(project)));
        return buttons;
    }

    private Button button(VaadinIcon icon, String nameKey, ProjectSummary project, Runnable then) {
        return new IconButton(icon, texts.get(nameKey, project.name()), then);
    }
}
