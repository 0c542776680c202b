package io.graphtracker.project.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.orderedlayout.HorizontalLayout;
import com.vaadin.flow.router.RouterLink;
import io.graphtracker.project.GraphPatch;
import io.graphtracker.project.ProjectSummary;
import io.graphtracker.shell.BackLinks;
import io.graphtracker.texts.Texts;

/** The header of a project's page: a link to the list, the project's name and progress, the actions, Help and the sidebar toggle. */
class ProjectHeader extends Header implements GraphModel.Listener {

    private final GraphModel graph;
    private final ProgressLine progress;

    ProjectHeader(
            ProjectSummary project,
            GraphModel graph,
            Component actions,
            Component more,
            SidebarToggle toggle,
            Texts texts) {
        this.graph = graph;
        progress = new ProgressLine(texts);
        addClassNames("page-header", "project-header");
        RouterLink back = new RouterLink(ProjectListView.class);
        back.setId("linkProjects");
        back.addClassNames("header-link", "icon-link");
        back.add(VaadinIcon.ANGLE_LEFT.create());
        back.getElement().setAttribute("aria-label", texts.get("project.back"));
        H1 name = new H1(project.name());
        HorizontalLayout buttons = new HorizontalLayout(actions, more, help(texts), toggle);
        buttons.addClassName("header-buttons");
        buttons.setSpacing(false);
        Div title = new Div(name, progress);
        title.addClassName("project-title");
        add(back, title, buttons);
        graph.addListener(this);
        showProgress();
    }

    @Override
    public void changed(GraphPatch patch) {
        showProgress();
    }

    @Override
    public void reread() {
        showProgress();
    }

    private void showProgress() {
        // the canvas says that there are no tasks yet
        progress.setVisible(graph.facts().tasks() > 0);
        progress.show(graph.facts().progress());
    }

    private static RouterLink help(Texts texts) {
        RouterLink help = new RouterLink(HelpView.class);
        help.addAttachListener(attach -> help.setQueryParameters(BackLinks.from(attach.getUI())));
        help.setId("btnHelp");
        help.addClassName("header-link");
        Span label = new Span(texts.get("help.link"));
        label.addClassName("action-label");
        help.add(VaadinIcon.QUESTION_CIRCLE_O.create(), label);
        help.getElement().setAttribute("aria-label", texts.get("help.link"));
        return help;
    }
}
