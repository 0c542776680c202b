package io.graphtracker.project.ui;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import io.graphtracker.actions.IconButton;
import io.graphtracker.feedback.Feedback;
import io.graphtracker.project.GraphPatch;
import io.graphtracker.project.TaskFilter;
import io.graphtracker.project.TaskStatus;
import io.graphtracker.texts.Texts;
import java.util.Set;
import java.util.UUID;

/** A button that opens the filter of the page: statuses, tags and assignees. It is not stored. */
class FilterMenu extends IconButton implements GraphModel.Listener {

    static final String ID = "toolFilter";

    private final transient GraphModel graph;
    private final transient Feedback feedback;
    private final transient Texts texts;
    private final Popover popover = new Popover();
    private final CheckboxGroup<TaskStatus> statuses = new CheckboxGroup<>();
    private final MultiSelectComboBox<String> tags = new MultiSelectComboBox<>();
    private final MultiSelectComboBox<String> assignees = new MultiSelectComboBox<>();
    private final FilterNotice notice;
    /** Whether the fields change by themselves, all at once. */
    private boolean clearing;

    FilterMenu(GraphModel graph, Feedback feedback, Texts texts) {
        super(ID, VaadinIcon.FILTER, texts.get("filter.name"), () -> {});
        this.graph = graph;
        this.feedback = feedback;
        this.texts = texts;
        notice = new FilterNotice(this::clear, texts);
        getElement().setAttribute("aria-haspopup", "dialog").setAttribute("aria-expanded", "false");
        prepareFields();
        Div fields = new Div(statuses, tags, assignees);
        fields.addClassName("filter-fields");
        popover.add(fields);
        popover.setId("filterPopover");
        popover.setAriaLabel(texts.get("filter.name"));
        popover.setPosition(PopoverPosition.TOP_END);
        popover.setAutofocus(true);
        popover.setTarget(this);
        graph.addListener(this);
        show();
    }

    /** Shows over the canvas how many tasks match, while there is a filter. */
    FilterNotice notice() {
        return notice;
    }

    private void prepareFields() {
        TaskSuggestions suggestions = new TaskSuggestions(graph.details(), graph.projectId());
        statuses.setId("filterStatuses");
        statuses.setLabel(texts.get("filter.statuses"));
        statuses.setRenderer(new ComponentRenderer<>(status -> new StatusMark(status, texts)));
        statuses.setItems(TaskStatus.values());
        statuses.addValueChangeListener(change -> filter());
        tags.setId("filterTags");
        tags.setLabel(texts.get("filter.tags"));
        suggestions.ofTags(tags);
        tags.addValueChangeListener(change -> filter());
        assignees.setId("filterAssignees");
        assignees.setLabel(texts.get("filter.assignees"));
        suggestions.ofAssigneesOr(texts.get("task.assignee.none"), assignees);
        assignees.addValueChangeListener(change -> filter());
    }

    private void filter() {
        if (!clearing) {
            graph.filter().set(new TaskFilter(statuses.getValue(), tags.getValue(), assignees.getValue()));
            feedback.announce(graph.filter().matching().isPresent() ? text() : texts.get("filter.cleared"));
        }
    }

    private void clear() {
        clearing = true;
        statuses.clear();
        tags.clear();
        assignees.clear();
        clearing = false;
        // the button that was clicked goes
        focus();
        filter();
    }

    private String text() {
        int matching = graph.filter().matching().map(Set::size).orElse(0);
        return texts.get("filter.result", matching, graph.facts().tasks());
    }

    private void show() {
        boolean filtered = graph.filter().matching().isPresent();
        notice.show(filtered ? text() : "");
        setClassName("filter-active", filtered);
    }

    @Override
    public void filterChanged() {
        show();
    }

    @Override
    public void changed(GraphPatch patch) {
        show();
    }

    @Override
    public void matchesChanged(Set<UUID> added, Set<UUID> gone) {
        show();
    }
}
