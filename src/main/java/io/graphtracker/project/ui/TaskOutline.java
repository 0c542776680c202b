package io.graphtracker.project.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.grid.ItemClickEvent;
import com.vaadin.flow.component.treegrid.TreeGrid;
import com.vaadin.flow.data.renderer.LitRenderer;
import io.graphtracker.project.GraphPatch;
import io.graphtracker.project.OutlineRow;
import io.graphtracker.texts.Texts;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The tasks of the graph as a tree of rows for keyboards and screen readers, which cannot use the canvas. The order is
 * that of the work, so what a task depends on comes before it; the tasks of a group follow it. Only rows in view are read and sent.
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

        /**
         * The user wants to go to another task of the path that is shown.
         *
         * @param id the task that has the focus
         * @param forwards whether to the next one, else to the one before
         */
        void step(UUID id, boolean forwards);
    }

    private static final String STATUS_MARK = "<span class=\"status-mark\">"
            + "<span class=\"status-dot status-${item.status}\"></span>"
            + "<span>${item.statusName}</span></span>";

    private static final String SELECTION_COLUMN = "vaadin-grid-flow-selection-column";

    private final OutlineDataProvider data;
    private final OutlineTexts words;
    private final OutlineFocus focus = new OutlineFocus(this);
    private final Texts texts;
    private final User user;
    private final OutlineFilter filter = new OutlineFilter();
    private final Column<UUID> hours;
    private final Column<UUID> slack;
    private boolean slackWanted;
    private boolean narrow;

    /** Where a range begins that is selected with Shift. */
    private @Nullable UUID anchor;

    TaskOutline(OutlineDataProvider data, PathTexts paths, Texts texts, User user) {
        this.data = data;
        this.words = new OutlineTexts(data, paths, filter, texts);
        this.texts = texts;
        this.user = user;
        setId("taskOutline");
        addClassName("task-outline");
        addThemeVariants(GridVariant.NO_BORDER, GridVariant.WRAP_CELL_CONTENT);
        getElement().setProperty("accessibleName", texts.get("outline.name"));
        setDataProvider(data);
        addColumns();
        hours = addColumn(words::hours)
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("5.5rem")
                .setFlexGrow(0);
        slack = addSlackColumn();
        nameColumns();
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

    /** Shows or hides what rows say about the path, and brings it to what it is now. */
    void showSlack(boolean shown) {
        if (slackWanted != shown) {
            slackWanted = shown;
            nameColumns();
            showColumns();
        }
        words.pathChanged(data::refreshItem);
        focus.keep();
    }

    /** Moves the focus to a task, which becomes the selected one. */
    void goTo(UUID id) {
        selectOnly(id);
        expandAround(id);
        focus.move(visibleRows().indexOf(id));
    }

    /** Shows each task in a single cell, with what the other columns say below its title, or goes back to columns. */
    void setNarrow(boolean narrow) {
        if (this.narrow != narrow) {
            this.narrow = narrow;
            showColumns();
            data.refreshAll();
            focus.keep();
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
        UUID selected =
                getSelectedItems().size() == 1 ? getSelectedItems().iterator().next() : null;
        int row = selected == null ? -1 : visibleRows().indexOf(selected);
        change.run();
        data.tree().groups().stream().filter(group -> !before.contains(group)).forEach(this::expand);
        if (selected != null) {
            focus.keep(row, visibleRows().indexOf(selected));
        }
    }

    private void show(UUID id) {
        anchor = id;
        expandAround(id);
        focus.expect(visibleRows().indexOf(id));
    }

    private void expandAround(UUID id) {
        List<UUID> hidden = data.tree().ancestors(id).stream()
                .filter(group -> !isExpanded(group))
                .toList();
        if (!hidden.isEmpty()) {
            expand(hidden);
        }
    }

    private List<UUID> visibleRows() {
        return data.tree().rows(null, this::isExpanded);
    }

    private void addColumns() {
        addColumn(titleRenderer())
                .setHeader(texts.get("outline.column.title"))
                .setPartNameGenerator(id -> words.row(id, OutlineRow::group).orElse(false) ? "outline-group" : null)
                .setWidth("13rem")
                .setFlexGrow(3);
        addColumn(statusRenderer())
                .setHeader(texts.get("outline.column.status"))
                .setWidth("9rem")
                .setFlexGrow(0);
    }

    private void nameColumns() {
        hours.setHeader(texts.get(words.hoursHeader()));
    }

    private void addDependsOnColumn() {
        addColumn(words::dependsOn)
                .setHeader(texts.get("outline.column.depends-on"))
                .setWidth("9rem")
                .setFlexGrow(3);
    }

    private Column<UUID> addSlackColumn() {
        Column<UUID> column = addColumn(words::slack)
                .setHeader(texts.get("outline.column.slack"))
                .setWidth("9rem")
                .setFlexGrow(0);
        column.setVisible(false);
        return column;
    }

    /** That of {@link TreeGrid#addHierarchyColumn}, with a title that has a direction of its own. */
    private LitRenderer<UUID> titleRenderer() {
        return LitRenderer.<UUID>of("<vaadin-grid-tree-toggle @click=${onClick} .leaf=${!model.hasChildren}"
                        + " .expanded=${live(model.expanded)} .level=${model.level}>"
                        + "<span dir=\"auto\">${item.title}</span>"
                        + "<span class=\"visually-hidden\">${item.note}</span></vaadin-grid-tree-toggle>"
                        + "<div class=\"outline-details\" ?hidden=${!item.statusName}>" + STATUS_MARK
                        + "<span>${item.details}</span></div>")
                .withProperty("title", words::title)
                .withProperty("note", id -> words.note(id, narrow))
                .withProperty("status", id -> narrow ? words.statusSlug(id) : "")
                .withProperty("statusName", id -> narrow ? words.statusName(id) : "")
                .withProperty("details", id -> narrow ? words.details(id) : "")
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
                .withProperty("status", words::statusSlug)
                .withProperty("statusName", words::statusName);
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
        keys.onSign('.', id -> user.step(id, true));
        keys.onSign(',', id -> user.step(id, false));
        keys.onWalk(this::selectOnly, this::selectRange);
        keys.onEnds(this::selectEnd);
    }

    private void selectEnd(boolean last, boolean range) {
        List<UUID> rows = visibleRows();
        if (!rows.isEmpty()) {
            UUID row = last ? rows.getLast() : rows.getFirst();
            if (range) {
                selectRange(row);
            } else {
                selectOnly(row);
            }
        }
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
