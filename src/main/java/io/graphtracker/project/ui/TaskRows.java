package io.graphtracker.project.ui;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.graphtracker.project.TaskStatus;
import io.graphtracker.texts.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A list of tasks, each a button that selects it and brings it into view, with a note beside it. */
class TaskRows extends Div {

    /** More rows than anyone reads. */
    static final int MOST = 200;

    /**
     * A row.
     *
     * @param status shown in front of the title; null for none
     * @param current whether the list is about this task
     */
    record Row(UUID id, String title, String note, @Nullable TaskStatus status, boolean current) {}

    private final GraphModel graph;
    private final HtmlContainer list;
    private final Runnable rescue;
    private final Texts texts;
    private final Paragraph rest = new Paragraph();
    private Map<Row, ListItem> shown = Map.of();

    /**
     * @param list an ordered or an unordered one
     * @param rescue moves the focus if the row that was chosen is no longer there
     */
    TaskRows(GraphModel graph, HtmlContainer list, Runnable rescue, Texts texts) {
        this.graph = graph;
        this.list = list;
        this.rescue = rescue;
        this.texts = texts;
        list.addClassName("task-rows");
        add(list, rest);
        rest.setVisible(false);
    }

    /**
     * @param rows without duplicates, at most {@value #MOST} of them
     * @param all how many there are
     */
    void show(List<Row> rows, int all) {
        Map<Row, ListItem> items = new HashMap<>();
        rows.forEach(row -> items.put(row, shown.containsKey(row) ? shown.get(row) : item(row)));
        shown.forEach((row, item) -> {
            if (!items.containsKey(row)) {
                list.remove(item);
            }
        });
        // what stays is not touched: one of the buttons may have the focus
        for (int at = 0; at < rows.size(); at++) {
            ListItem item = items.get(rows.get(at));
            if (at >= list.getComponentCount() || !list.getComponentAt(at).equals(item)) {
                list.addComponentAtIndex(at, item);
            }
        }
        shown = items;
        list.setVisible(!rows.isEmpty());
        int more = all - rows.size();
        rest.setVisible(more > 0);
        rest.setText(more > 0 ? texts.get("task-rows.more", more) : "");
    }

    private ListItem item(Row row) {
        Span note = new Span(row.note());
        note.addClassName("secondary");
        TaskButton task = new TaskButton(graph, row.id(), row.title());
        task.addClickListener(click -> {
            if (!shown.containsKey(row)) {
                rescue.run();
            }
        });
        if (!row.note().isEmpty()) {
            // whoever goes from button to button hears nothing else
            task.setAriaLabel(texts.get("task-rows.name", row.title(), row.note()));
            note.getElement().setAttribute("aria-hidden", "true");
        }
        ListItem item = new ListItem(task, note);
        if (row.status() != null) {
            item.addComponentAtIndex(1, new StatusMark(row.status(), texts));
        }
        if (row.current()) {
            item.getElement().setAttribute("aria-current", "true");
        }
        return item;
    }
}
