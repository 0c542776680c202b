package io.graphtracker.project.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.grid.ItemClickEvent;
import com.vaadin.flow.component.treegrid.TreeGrid;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.ValueProvider;
import io.graphtracker.project.GraphPatch;
import io.graphtracker.project.OutlineRow;
import io.graphtracker.project.OutlineRow.Predecessor;
import io.graphtracker.texts.Texts;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The tasks of the graph as a tree of rows for keyboards and screen readers, which cannot use the canvas. The order is
 * the reading order on the canvas; the tasks of a group follow it. Only rows in view are read and sent.
 */
class TaskOutline extends TreeGrid<UUID> {

    /** Is told what the user does. */
    interface User {

        /** The user selected other tasks, or none. */
        void select(Set<UUID> ids);

        /** The user wants to edit a task. */
        void activate(UUID id);

        /** The user wants to delete what is selected, or the task that has the focus. */
        void delete(UUID id);
    }

    /** How many of the tasks that have to come first a row names. */
    private static final int NAMED = 5;

    private static final String STATUS_MARK = "<span class=\"status-mark\">"
            + "<span class=\"status-dot status-${item.status}\"></span>"
            + "<span>${item.statusName}</span></span>";

    private static final String SELECTION_COLUMN = "vaadin-grid-flow-selection-column";

    private final OutlineDataProvider data;
    private final Function<UUID, String> slackText;
    private final Texts texts;
    private final User user;

    /** What the rows say about slack, by id; rows that have not come into view are missing. */
    private final Map<UUID, String> slackShown = new HashMap<>();

    private final OutlineFilter filter = new OutlineFilter();
    private final Column<UUID> slack;
    private boolean slackWanted;
    private boolean narrow;

    /** Where a range begins that is selected with Shift. */
    private @Nullable UUID anchor;

    /** @param slackText what a row says about the slack of a task or a group */
    TaskOutline(OutlineDataProvider data, Function<UUID, String> slackText, Texts texts, User user) {
        this.data = data;
        this.slackText = slackText;
        this.texts = texts;
        this.user = user;
        setId("taskOutline");
        addClassName("task-outline");
        addThemeVariants(GridVariant.NO_BORDER, GridVariant.WRAP_CELL_CONTENT);
        getElement().setProperty("accessibleName", texts.get("outline.name"));
        setDataProvider(data);
        addColumns();
        slack = addSlackColumn();
        addDependsOnColumn();
        getColumns().forEach(column -> column.setSortable(false).setResizable(true));
        setPartNameGenerator(id -> filter.dims(id) ? "outline-dimmed" : null);
        setSelectionMode(SelectionMode.MULTI);
        expand(data.tree().groups());
        addItemClickListener(this::click);
        addItemDoubleClickListener(click -> user.activate(click.getItem()));
        listenToKeys();
    }

    /** Marks tasks as selected, and scrolls to them if none of them is in view. */
    void setSelection(Set<UUID> ids) {
        Set<UUID> known = ids.stream().filter(data.tree()::contains).collect(Collectors.toSet());
        if (!known.equals(getSelectedItems())) {
            asMultiSelect().setValue(known);
            known.stream().findFirst().filter(first -> known.size() == 1).ifPresent(this::show);
        }
    }

    /** Reads all rows again. */
    void reload() {
        expandingNewGroups(data::reload);
    }

    /** Brings the rows to what they are after a change. */
    void apply(GraphPatch patch) {
        expandingNewGroups(() -> data.apply(patch));
    }

    /** Shows or hides the column of slacks, and brings it to what they are now. */
    void showSlack(boolean shown) {
        slackWanted = shown;
        showColumns();
        Map.copyOf(slackShown).forEach((id, text) -> {
            if (data.row(id).isPresent() && !slackText.apply(id).equals(text)) {
                data.refreshItem(id);
            }
        });
    }

    /** Shows each task in a single cell, with what the other columns say below its title, or goes back to columns. */
    void setNarrow(boolean narrow) {
        if (this.narrow != narrow) {
            this.narrow = narrow;
            showColumns();
            data.refreshAll();
        }
    }

    private void showColumns() {
        getColumns().stream().skip(1).forEach(column -> column.setVisible(!narrow));
        slack.setVisible(slackWanted && !narrow);
    }

    /** Dims all rows but those of some tasks and the groups around them; none if null. */
    void bringOut(@Nullable Set<UUID> matching) {
        filter.set(matching, data.tree(), data::refreshItem);
    }

    private void expandingNewGroups(Runnable change) {
        Set<UUID> before = data.tree().groups();
        change.run();
        data.tree().groups().stream().filter(group -> !before.contains(group)).forEach(this::expand);
    }

    private void show(UUID id) {
        anchor = id;
        List<UUID> hidden = data.tree().ancestors(id).stream()
                .filter(group -> !isExpanded(group))
                .toList();
        if (!hidden.isEmpty()) {
            expand(hidden);
        }
        getElement()
                .executeJs(
                        "if (!($0 >= this._firstVisibleIndex && $0 <= this._lastVisibleIndex)) this.scrollToIndex($0)",
                        visibleRows().indexOf(id));
    }

    private List<UUID> visibleRows() {
        return data.tree().rows(null, this::isExpanded);
    }

    private void addColumns() {
        addColumn(titleRenderer())
                .setHeader(texts.get("outline.column.title"))
                .setPartNameGenerator(id -> row(id, OutlineRow::group).orElse(false) ? "outline-group" : null)
                .setWidth("13rem")
                .setFlexGrow(3);
        addColumn(statusRenderer())
                .setHeader(texts.get("outline.column.status"))
                .setWidth("9rem")
                .setFlexGrow(0);
        addColumn(this::hours)
                .setHeader(texts.get("outline.column.hours"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("5.5rem")
                .setFlexGrow(0);
    }

    private void addDependsOnColumn() {
        addColumn(this::dependsOn)
                .setHeader(texts.get("outline.column.depends-on"))
                .setWidth("9rem")
                .setFlexGrow(3);
    }

    private String hours(UUID id) {
        return row(id, OutlineRow::plannedHours).map(HoursText::rounded).orElse("");
    }

    private String dependsOn(UUID id) {
        return row(id, OutlineRow::dependsOn).map(this::titles).orElse("");
    }

    private Column<UUID> addSlackColumn() {
        Column<UUID> column = addColumn(this::recordedSlack)
                .setHeader(texts.get("outline.column.slack"))
                .setWidth("8rem")
                .setFlexGrow(0);
        column.setVisible(false);
        return column;
    }

    private String recordedSlack(UUID id) {
        String text = slackText.apply(id);
        slackShown.put(id, text);
        return text;
    }

    /** That of {@link TreeGrid#addHierarchyColumn}, with a title that has a direction of its own. */
    private LitRenderer<UUID> titleRenderer() {
        return LitRenderer.<UUID>of("<vaadin-grid-tree-toggle @click=${onClick} .leaf=${!model.hasChildren}"
                        + " .expanded=${live(model.expanded)} .level=${model.level}>"
                        + "<span dir=\"auto\">${item.title}</span>"
                        + "<span class=\"visually-hidden\">${item.note}</span></vaadin-grid-tree-toggle>"
                        + "<div class=\"outline-details\" ?hidden=${!item.statusName}>" + STATUS_MARK
                        + "<span>${item.details}</span></div>")
                .withProperty("title", id -> row(id, OutlineRow::title).orElse(""))
                .withProperty("note", id -> filter.dims(id) ? " " + texts.get("outline.not-in-filter") : "")
                .withProperty("status", id -> narrow ? statusSlug(id) : "")
                .withProperty("statusName", id -> narrow ? statusName(id) : "")
                .withProperty("details", id -> narrow ? details(id) : "")
                .withFunction("onClick", this::toggle);
    }

    /** The whole title of a group toggles it, not only the icon, and the grid reports no click on the row. */
    private void toggle(UUID id) {
        selectOnly(id);
        if (isExpanded(id)) {
            collapse(List.of(id), true);
        } else if (data.hasChildren(id)) {
            expand(List.of(id), true);
        }
    }

    private LitRenderer<UUID> statusRenderer() {
        return LitRenderer.<UUID>of(STATUS_MARK)
                .withProperty("status", this::statusSlug)
                .withProperty("statusName", this::statusName);
    }

    private String statusSlug(UUID id) {
        return row(id, row -> row.status().slug()).orElse("");
    }

    private String statusName(UUID id) {
        return row(id, row -> {
                    String status = texts.get(row.status().textKey());
                    return row.group() ? texts.get("outline.group-status", status) : status;
                })
                .orElse("");
    }

    /** What the columns after the status say, those that say something. */
    private String details(UUID id) {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("outline.column.hours", hours(id));
        said.put("outline.column.slack", slackWanted ? recordedSlack(id) : "");
        said.put("outline.column.depends-on", dependsOn(id));
        return said.entrySet().stream()
                .filter(detail -> !detail.getValue().isEmpty())
                .map(detail -> texts.get("outline.detail", texts.get(detail.getKey()), detail.getValue()))
                .collect(Collectors.joining(texts.get("outline.detail-separator")));
    }

    private String titles(List<Predecessor> all) {
        String named = all.stream()
                .limit(NAMED)
                .map(Predecessor::title)
                .collect(Collectors.joining(texts.get("outline.separator")));
        return all.size() > NAMED ? texts.get("outline.and-more", named, all.size() - NAMED) : named;
    }

    private <T> Optional<T> row(UUID id, ValueProvider<OutlineRow, @Nullable T> part) {
        return data.row(id).map(part);
    }

    private void click(ItemClickEvent<UUID> click) {
        UUID id = click.getItem();
        if (click.isShiftKey()) {
            selectRange(id);
        } else if (click.isCtrlKey() || click.isMetaKey()) {
            Set<UUID> toggled = new LinkedHashSet<>(getSelectedItems());
            if (!toggled.remove(id)) {
                toggled.add(id);
            }
            anchor = id;
            selectByUser(toggled);
        } else {
            selectOnly(id);
        }
    }

    private void selectOnly(UUID id) {
        anchor = id;
        selectByUser(Set.of(id));
    }

    private void selectRange(UUID id) {
        List<UUID> rows = visibleRows();
        int from = anchor == null ? -1 : rows.indexOf(anchor);
        int to = rows.indexOf(id);
        if (from < 0 || to < 0) {
            selectOnly(id);
        } else {
            selectByUser(new LinkedHashSet<>(rows.subList(Math.min(from, to), Math.max(from, to) + 1)));
        }
    }

    private void selectByUser(Set<UUID> ids) {
        asMultiSelect().setValue(ids);
        user.select(ids);
    }

    private void listenToKeys() {
        OutlineKeys keys = new OutlineKeys(this);
        keys.onKeys("['Enter', 'F2'].includes(event.key)", user::activate);
        keys.onKeys("event.key === 'Delete'", user::delete);
        keys.onKeys("event.key === 'Escape'", id -> selectByUser(Set.of()));
        keys.onWalk(this::selectOnly, this::selectRange);
    }

    /** Selecting by checkboxes is left out: they would be one more thing in each row to read out. */
    @Override
    protected void onAttach(AttachEvent attach) {
        super.onAttach(attach);
        attach.getUI()
                .beforeClientResponse(
                        this,
                        context -> getElement()
                                .getChildren()
                                .filter(child -> child.getTag().equals(SELECTION_COLUMN))
                                .forEach(column -> column.setProperty("hidden", true)));
    }
}
