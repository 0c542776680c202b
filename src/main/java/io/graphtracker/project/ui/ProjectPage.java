package io.graphtracker.project.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import io.graphtracker.actions.ActionComponents;
import io.graphtracker.actions.TypeAhead;
import io.graphtracker.feedback.Feedback;
import io.graphtracker.preferences.Preferences;
import io.graphtracker.project.ProjectSummary;
import io.graphtracker.settings.SettingsPanel;
import io.graphtracker.shell.MainLayout;
import io.graphtracker.texts.Texts;
import java.util.UUID;

/** The page of one project: header, graph, sidebar, put together. */
class ProjectPage extends Div {

    private final ProjectSummary project;
    private final GraphModel graph;
    private final GraphServices services;
    private final Preferences preferences;
    private final Feedback feedback;
    private final Texts texts;
    private final GraphEditor editor;
    private final ChangeNotice notice;
    private final PathCommands paths;
    private final GraphArea area;
    private final Deletion deletion;

    ProjectPage(
            ProjectSummary project,
            GraphModel graph,
            GraphServices services,
            Preferences preferences,
            Feedback feedback,
            Texts texts) {
        this.project = project;
        this.graph = graph;
        this.services = services;
        this.preferences = preferences;
        this.feedback = feedback;
        this.texts = texts;
        editor = new GraphEditor(graph, feedback, texts);
        paths = new PathCommands(graph, feedback, texts);
        area = new GraphArea(graph, paths, texts);
        notice = new ChangeNotice(graph, editor, area.canvas()::focus, texts);
        deletion = new Deletion(graph, editor, notice, area.canvas()::focus);
        addClassName("project-view");
    }

    /** Adds all parts. */
    void fill(ActionComponents actions, SettingsPanel settings) {
        GraphCanvas canvas = area.canvas();
        SearchBar search = new SearchBar(graph, services.search(), feedback, texts, canvas::focus);
        GroupEditor groups = new GroupEditor(graph, editor, notice, feedback, texts);
        PlanArranger arranger = new PlanArranger(graph, editor, services, canvas, feedback, texts);
        PlanFiles files = new PlanFiles(project, graph, canvas, services, feedback, texts);
        GraphCommands commands = new GraphPageCommands(
                project,
                graph,
                editor,
                groups,
                paths,
                arranger,
                canvas,
                files,
                search,
                services.search(),
                feedback,
                texts);
        PageContext context = new PageContext(feedback, commands);
        FilterMenu filter = new FilterMenu(graph, feedback, texts);
        area.addOver(new CanvasTools(canvas, commands, filter, texts));
        area.addOver(filter.notice());
        area.addOver(arranger.progress());
        area.add(new NextSection(graph, preferences, texts));
        area.add(new OutlineSection(graph, services.outline(), preferences, feedback, texts, deletion::deleteSelected));
        TaskPanel task = new TaskPanel(graph, editor, services, notice, texts, deletion::deleteSelected);
        Sidebar sidebar = new Sidebar(preferences, texts, task, actions.panel(context), settings);
        SidebarToggle toggle = new SidebarToggle(sidebar, texts);
        TaskSheet.of(graph, sidebar, toggle, canvas, texts);
        graph.addListener(new GraphModel.Listener() {
            @Override
            public void editingRequested() {
                toggle.openTaskTab();
            }
        });
        search.openAtOnceFrom(area);
        Main main = new Main(area, search);
        main.setId(MainLayout.MAIN_ID);
        Div body = new Div(main, sidebar);
        body.addClassName("project-body");
        add(
                new TypeAhead(texts),
                new ProjectHeader(project, graph, actions.header(context), actions.more(context), toggle, texts),
                body);
        CanvasRequests.serve(canvas, graph, editor, deletion::deleteSelected, texts);
        canvas.addSelectionChangedListener(selection -> paths.announceSlack());
        ViewMemory.follow(preferences, graph, canvas, services.timer());
        PageUpdates.follow(this, graph, services, feedback, texts);
        // bound to the page of this project, so that they go with it when the same view shows another
        actions.bindShortcuts(context, this, area);
        actions.bindAnnouncements(context, this);
    }

    /** Selects a task and brings it into view, if it still exists. */
    void open(UUID taskId) {
        graph.find(taskId).ifPresent(task -> {
            graph.select(task.id());
            graph.reveal();
        });
    }
}
