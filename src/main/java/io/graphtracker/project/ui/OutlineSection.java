package io.graphtracker.project.ui;

import com.vaadin.flow.component.html.NativeDetails;
import io.graphtracker.preferences.Flag;
import io.graphtracker.preferences.Preferences;
import io.graphtracker.project.OutlineService;
import io.graphtracker.project.Task;
import io.graphtracker.texts.Texts;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The outline below the canvas, which is created only when it is opened for the first time. */
class OutlineSection extends NativeDetails implements GraphModel.Listener {

    private static final String PREFERENCE = "outlineVisible";

    private final GraphModel graph;
    private final OutlineService service;
    private final Texts texts;
    private @Nullable TaskOutline outline;

    OutlineSection(GraphModel graph, OutlineService service, Preferences preferences, Texts texts) {
        this.graph = graph;
        this.service = service;
        this.texts = texts;
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
        graph.addListener(this);
        graphChanged();
    }

    @Override
    public void graphChanged() {
        long tasks =
                graph.graph().tasks().stream().filter(task -> !task.group()).count();
        setSummaryText(texts.get("outline.summary", tasks));
        setVisible(!graph.graph().tasks().isEmpty());
        if (outline != null) {
            outline.reload();
        }
    }

    @Override
    public void selectionChanged() {
        if (outline != null) {
            outline.setSelection(selection());
        }
    }

    private void create() {
        outline = new TaskOutline(
                new OutlineDataProvider(service, graph.projectId()),
                texts,
                this::select,
                id -> graph.find(id).ifPresent(graph::edit));
        setContent(outline);
        outline.setSelection(selection());
    }

    private void select(Set<UUID> ids) {
        graph.select(ids.stream().findFirst().orElse(null));
        graph.reveal();
    }

    private Set<UUID> selection() {
        return Optional.ofNullable(graph.selected().map(Task::id).orElse(null))
                .map(Set::of)
                .orElse(Set.of());
    }
}
