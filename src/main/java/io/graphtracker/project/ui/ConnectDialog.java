package io.graphtracker.project.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import io.graphtracker.database.AfterCommitException;
import io.graphtracker.project.ChangeResult;
import io.graphtracker.project.FoundTask;
import io.graphtracker.project.GraphCommand.Connect;
import io.graphtracker.project.ProjectException;
import io.graphtracker.project.TaskSearch;
import io.graphtracker.texts.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Asks which task comes first and which depends on it. A refusal is shown in the dialog, which stays open. */
class ConnectDialog extends Dialog {

    /** How long typing pauses before tasks are looked up. */
    private static final int PAUSE_MILLIS = 120;

    private final GraphModel graph;
    private final GraphEditor editor;
    private final TaskSearch search;
    private final Texts texts;
    private final ComboBox<FoundTask> from;
    private final ComboBox<FoundTask> to;
    private final Div problem = new Div();

    ConnectDialog(GraphModel graph, GraphEditor editor, TaskSearch search, Texts texts) {
        this.graph = graph;
        this.editor = editor;
        this.search = search;
        this.texts = texts;
        setHeaderTitle(texts.get("connect.title"));
        setWidth("30rem");
        addClassName("connect-dialog");
        from = taskField("connectFrom", "connect.from");
        to = taskField("connectTo", "connect.to");
        problem.addClassName("dialog-problem");
        problem.getElement().setAttribute("role", "alert");
        Div fields = new Div(from, to, problem);
        fields.addClassName("dialog-fields");
        add(fields);
        getFooter().add(cancelButton(), connectButton());
        graph.selectedTask()
                .flatMap(graph::find)
                .filter(task -> !task.group())
                .map(task -> new FoundTask(task.id(), task.title(), null))
                .ifPresent(from::setValue);
        (from.isEmpty() ? from : to).setAutofocus(true);
    }

    private ComboBox<FoundTask> taskField(String id, String textKey) {
        ComboBox<FoundTask> field = new ComboBox<>(texts.get(textKey));
        field.setId(id);
        field.setWidthFull();
        field.setItemLabelGenerator(this::label);
        field.setItems(
                query -> search.tasks(graph.projectId(), query.getFilter().orElse("")).stream()
                        .skip(query.getOffset())
                        .limit(query.getLimit()));
        field.setFilterTimeout(PAUSE_MILLIS);
        field.setAllowCustomValue(true);
        field.addCustomValueSetListener(typed -> choose(field, typed.getDetail()));
        field.addValueChangeListener(change -> field.setInvalid(false));
        return field;
    }

    /** Accepts a part of a title if exactly one task contains it. */
    private void choose(ComboBox<FoundTask> field, String typed) {
        List<FoundTask> matches = search.tasks(graph.projectId(), typed);
        if (matches.size() == 1) {
            field.setValue(matches.getFirst());
        } else {
            field.setValue(null);
            field.setErrorMessage(texts.get(matches.isEmpty() ? "connect.no-match" : "connect.several-matches", typed));
            field.setInvalid(true);
        }
    }

    /** Titles are not unique; a title that occurs twice is shown with its group. */
    private String label(FoundTask task) {
        return task.groupTitle() == null
                ? task.title()
                : texts.get("connect.task-in-group", task.title(), task.groupTitle());
    }

    private Button cancelButton() {
        return new Button(texts.get("dialog.cancel"), click -> close());
    }

    private Button connectButton() {
        Button connect = new Button(texts.get("connect.confirm"), click -> connect());
        connect.setId("btnConnect");
        connect.addThemeVariants(ButtonVariant.PRIMARY);
        return connect;
    }

    private void connect() {
        problem.setText("");
        Optional<ComboBox<FoundTask>> missing =
                Stream.of(from, to).filter(ComboBox::isEmpty).findFirst();
        if (missing.isPresent()) {
            Stream.of(from, to).filter(ComboBox::isEmpty).forEach(field -> {
                field.setErrorMessage(texts.get("connect.choose"));
                field.setInvalid(true);
            });
            missing.get().focus();
            return;
        }
        connect(from.getValue(), to.getValue());
    }

    private void connect(FoundTask source, FoundTask target) {
        try {
            ChangeResult result = graph.execute(new Connect(source.id(), target.id()));
            close();
            editor.announce(result);
        } catch (AfterCommitException e) {
            close();
            throw e;
        } catch (ProjectException e) {
            problem.setText(texts.get(e.messageKey(), e.arguments()));
        }
    }
}
