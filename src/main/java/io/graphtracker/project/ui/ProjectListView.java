package io.graphtracker.project.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import io.graphtracker.database.AfterCommitException;
import io.graphtracker.feedback.DestructiveQuestion;
import io.graphtracker.feedback.Feedback;
import io.graphtracker.feedback.Message;
import io.graphtracker.preferences.Preferences;
import io.graphtracker.project.ProjectException;
import io.graphtracker.project.ProjectService;
import io.graphtracker.project.ProjectSummary;
import io.graphtracker.project.exchange.PlanImport;
import io.graphtracker.project.exchange.ui.ImportDialogs;
import io.graphtracker.shell.MainLayout;
import io.graphtracker.shell.PageHeader;
import io.graphtracker.texts.Texts;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The list of projects, where everything begins. */
@Route(value = "", layout = MainLayout.class)
public class ProjectListView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final ProjectService projects;
    private final GraphServices services;
    private final Map<UUID, ProjectCard> cards = new HashMap<>();
    /** The places in the list of what was archived here, in that order. */
    private final Map<UUID, Integer> archivedHere = new LinkedHashMap<>();

    private @Nullable ProgressUpdates updates;
    private final Preferences preferences;
    private final Feedback feedback;
    private final PlanImport imports;
    private final ImportDialogs importDialogs;
    private final Clock clock;
    private final Texts texts;
    private final H1 title = new H1();
    private final UnorderedList list = new UnorderedList();
    private final UnorderedList archivedList = new UnorderedList();
    private final NativeDetails archived = new NativeDetails("", archivedList);
    private final Div empty = new Div();
    private final Div create = new Div();

    ProjectListView(
            ProjectService projects,
            GraphServices services,
            Preferences preferences,
            Feedback feedback,
            PageHeader header,
            PlanImport imports,
            ImportDialogs importDialogs,
            Clock clock,
            Texts texts) {
        this.projects = projects;
        this.services = services;
        this.preferences = preferences;
        this.feedback = feedback;
        this.imports = imports;
        this.importDialogs = importDialogs;
        this.clock = clock;
        this.texts = texts;
        addClassName("project-list-view");
        create.add(
                sampleButton("btnAddSample", "projects.sample.add"),
                importButton("btnImportPlan"),
                createButton("btnNewProject", "projects.new"));
        create.addClassName("headline-buttons");
        title.setText(texts.get("projects.title"));
        list.addClassName("project-cards");
        archivedList.addClassName("project-cards");
        archived.setId("archivedProjects");
        archived.addClassName("archived-projects");
        fillEmptyState();
        Div headline = new Div(title, create);
        headline.addClassName("headline");
        Main main = new Main(headline, empty, list, archived);
        main.setId(MainLayout.MAIN_ID);
        main.addClassName("page");
        add(header, main);
    }

    /**
     * Not in the constructor: a navigation from this view to itself keeps the instance, but must show the current
     * list.
     */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        archivedHere.clear();
        refresh();
    }

    @Override
    public String getPageTitle() {
        return texts.get("page.title", texts.get("projects.title"));
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        super.onAttach(attach);
        updates = new ProgressUpdates(services, attach.getUI(), this::showChanged);
        updates.follow(cards.keySet());
    }

    @Override
    protected void onDetach(DetachEvent detach) {
        if (updates != null) {
            updates.end();
            updates = null;
        }
        super.onDetach(detach);
    }

    private void showChanged(Set<UUID> projectIds) {
        projectIds.forEach(id -> projects.find(id)
                .ifPresent(project -> Optional.ofNullable(cards.get(id)).ifPresent(card -> card.show(project))));
    }

    private void refresh() {
        cards.clear();
        List<ProjectSummary> current = new ArrayList<>(projects.list(false));
        List<ProjectSummary> put = new ArrayList<>(projects.list(true));
        keepInPlace(current, put);
        list.removeAll();
        current.forEach(project -> list.add(card(project)));
        archivedList.removeAll();
        put.forEach(project -> archivedList.add(card(project)));
        empty.setVisible(current.isEmpty());
        list.setVisible(!current.isEmpty());
        create.setVisible(!current.isEmpty());
        archived.setVisible(!put.isEmpty());
        archived.setSummaryText(texts.get("projects.archived", put.size()));
        if (updates != null) {
            updates.follow(cards.keySet());
        }
    }

    /**
     * What was archived here stays where it was until the page is opened again: otherwise the pointer would lie on the
     * Archive button of the next project.
     */
    private void keepInPlace(List<ProjectSummary> current, List<ProjectSummary> put) {
        archivedHere.forEach((id, place) -> put.stream()
                .filter(project -> project.id().equals(id))
                .findFirst()
                .ifPresent(project -> {
                    put.remove(project);
                    current.add(Math.min(place, current.size()), project);
                }));
    }

    private ProjectCard card(ProjectSummary project) {
        ProjectCard card =
                new ProjectCard(project, clock.getZone(), texts, this::rename, this::setArchived, this::confirmDelete);
        cards.put(project.id(), card);
        return card;
    }

    private void fillEmptyState() {
        Div buttons = new Div(
                createButton("btnCreateProject", "projects.new"),
                importButton("btnImportFirstPlan"),
                sampleButton("btnSampleProject", "projects.sample"));
        buttons.addClassName("empty-state-buttons");
        empty.addClassNames("empty-state", "projects-empty");
        empty.add(new H2(texts.get("projects.empty.title")), new Paragraph(texts.get("projects.empty.text")), buttons);
    }

    /** The sample can be made again, as often as anyone likes. */
    private Button sampleButton(String id, String textKey) {
        Button button = new Button(texts.get(textKey), VaadinIcon.CLUSTER.create(), click -> createSample());
        button.setId(id);
        return button;
    }

    private Button createButton(String id, String textKey) {
        Button button = new Button(texts.get(textKey), VaadinIcon.PLUS.create(), click -> askForNewProject());
        button.setId(id);
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    private Button importButton(String id) {
        Button button = new Button(texts.get("projects.import"), VaadinIcon.UPLOAD_ALT.create(), click -> importPlan());
        button.setId(id);
        return button;
    }

    private void importPlan() {
        importDialogs.open(texts.get("projects.import.confirm"), feedback, plan -> open(imports.newProject(plan)));
    }

    private void askForNewProject() {
        new NameDialog(texts, texts.get("projects.new"), texts.get("projects.create.confirm"), "", this::createNamed)
                .open();
    }

    private void createNamed(String name) {
        open(projects.create(name));
    }

    private void createSample() {
        open(projects.createSample());
    }

    private void open(ProjectSummary project) {
        getUI().ifPresent(ui -> ui.navigate(
                ProjectView.class,
                new RouteParameters(ProjectView.ID, project.id().toString())));
    }

    private void rename(ProjectSummary project) {
        new NameDialog(
                        texts,
                        texts.get("projects.rename.title"),
                        texts.get("projects.rename"),
                        project.name(),
                        name -> {
                            projects.rename(project.id(), name);
                            AfterCommitException.guard(this::refresh);
                            focusTitle();
                            feedback.show(Message.success(texts.get("projects.renamed", name.strip()), ""));
                        })
                .open();
    }

    private void confirmDelete(ProjectSummary project) {
        DestructiveQuestion dialog = new DestructiveQuestion(
                texts.get("projects.delete.confirm.title", project.name()),
                texts.get("projects.delete"),
                () -> change(() -> delete(project.id()), "projects.deleted", project),
                texts);
        dialog.setText(texts.get("projects.delete.confirm.text", project.taskCount()));
        dialog.open();
    }

    private void delete(UUID projectId) {
        projects.delete(projectId);
        AfterCommitException.guard(() -> ViewMemory.forget(preferences, projectId));
    }

    private void setArchived(ProjectSummary project, boolean archive) {
        if (archive) {
            archivedHere.put(project.id(), list.indexOf(cards.get(project.id())));
        } else {
            archivedHere.remove(project.id());
        }
        change(
                () -> projects.setArchived(project.id(), archive),
                archive ? "projects.archived.done" : "projects.restored.done",
                project);
    }

    private void change(Runnable change, String doneKey, ProjectSummary project) {
        try {
            change.run();
            AfterCommitException.guard(this::refresh);
            feedback.show(Message.success(texts.get(doneKey, project.name()), ""));
        } catch (ProjectException e) {
            feedback.show(Message.warning(texts.get(e.messageKey(), e.arguments()), ""));
            refresh();
        }
        focusTitle();
    }

    /** The card with the button that had the focus was replaced; the list's beginning is a known place. */
    private void focusTitle() {
        title.getElement().setAttribute("tabindex", "-1");
        title.getElement().callJsFunction("focus");
    }
}
