package io.graphtracker.project.ui;

import com.vaadin.flow.component.html.NativeDetails;
import io.graphtracker.feedback.Feedback;
import io.graphtracker.preferences.Flag;
import io.graphtracker.preferences.Preferences;
import io.graphtracker.project.GraphPatch;
import io.graphtracker.project.OutlineService;
import io.graphtracker.texts.Texts;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The outline below the canvas, which is created only when it is opened for the first time. */
class OutlineSection extends NativeDetails implements GraphModel.Listener, TaskOutline.User {

    /** Told by the browser, whenever it changes. */
    static final String NARROW = "narrow";

    static final String IS_NARROW = "event.detail";

    private static final String PREFERENCE = "outlineVisible";

    /** Tells whether all columns of the outline have room; in rem, since they are as wide as the letters make them. */
    private static final String TELL_NARROW = """
            let told = false;
            new ResizeObserver(() => {
              const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
              const narrow = this.clientWidth < 45 * rem;
              if (this.clientWidth && narrow !== told) {
                told = narrow;
                this.dispatchEvent(new CustomEvent($0, {detail: narrow}));
              }
            }).observe(this);
            """;

    private final GraphModel graph;
    private final OutlineService service;
    private final PathTexts paths;
    private final Texts texts;
    private final Feedback feedback;
    private final Runnable deleteSelected;
    private @Nullable TaskOutline outline;
    private boolean narrow;

    OutlineSection(
            GraphModel graph,
            OutlineService service,
            Preferences preferences,
            Feedback feedback,
            Texts texts,
            Runnable deleteSelected) {
        this.graph = graph;
        this.service = service;
        this.paths = new PathTexts(graph, texts);
        this.texts = texts;
        this.feedback = feedback;
        this.deleteSelected = deleteSelected;
        setId("outline");
        addClassName("outline");
        Flag open = preferences.flag(PREFERENCE, false);
        setOpen(open.isOn());
        if (open.isOn()) {
            create();
        }
        addToggleListener(toggle -> {
            open.set(toggle.isOpened());
            if (toggle.isOpened() && outline == null) {
                create();
            }
        });
        listenToBrowser();
        graph.addListener(this);
        summarize();
    }

    private void listenToBrowser() {
        getElement()
                .addEventListener(NARROW, event -> {
                    narrow = event.getEventData().path(IS_NARROW).asBoolean();
                    if (outline != null) {
                        outline.setNarrow(narrow);
                    }
                })
                .addEventData(IS_NARROW);
        addAttachListener(attach -> getElement().executeJs(TELL_NARROW, NARROW));
    }

    @Override
    public void changed(GraphPatch patch) {
        summarize();
        if (outline != null) {
            outline.apply(patch);
            // groups may contain other tasks
            filterChanged();
        }
    }

    @Override
    public void reread() {
        summarize();
        if (outline != null) {
            outline.reload();
            filterChanged();
        }
    }

    @Override
    public void selectionChanged() {
        if (outline != null) {
            outline.setSelection(graph.selection());
        }
    }

    @Override
    public void highlightChanged() {
        if (outline != null) {
            outline.showSlack(graph.analysis().criticalPath().isPresent());
        }
    }

    @Override
    public void filterChanged() {
        if (outline != null) {
            outline.bringOut(graph.filter().matching().orElse(null));
        }
    }

    @Override
    public void matchesChanged(Set<UUID> added, Set<UUID> gone) {
        filterChanged();
    }

    private void summarize() {
        setSummaryText(texts.get("outline.summary", graph.facts().tasks()));
        setVisible(!graph.facts().isEmpty());
    }

    private void create() {
        outline = new TaskOutline(new OutlineDataProvider(service, graph.projectId()), paths, texts, this);
        outline.setNarrow(narrow);
        setContent(outline);
        outline.setSelection(graph.selection());
        highlightChanged();
        filterChanged();
    }

    @Override
    public void select(Set<UUID> ids) {
        graph.select(ids);
        graph.reveal();
    }

    @Override
    public void activate(UUID id) {
        graph.edit(id);
    }

    @Override
    public void delete(UUID id) {
        if (!graph.selection().contains(id)) {
            graph.select(id);
        }
        deleteSelected.run();
    }

    @Override
    public void step(UUID id, boolean forwards) {
        Optional<UUID> task = paths.beside(id, forwards);
        if (outline != null && task.isPresent()) {
            outline.goTo(task.get());
        } else {
            feedback.announce(texts.get(noStep(forwards)));
        }
    }

    private String noStep(boolean forwards) {
        if (!paths.isShown()) {
            return "outline.step.no-path";
        }
        return forwards ? "outline.step.last" : "outline.step.first";
    }
}
