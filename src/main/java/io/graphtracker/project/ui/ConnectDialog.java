package io.graphtracker.project.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import io.graphtracker.actions.TypeAhead;
import io.graphtracker.database.AfterCommitException;
import io.graphtracker.project.ChangeResult;
import io.graphtracker.project.FoundTask;
import io.graphtracker.project.GraphCommand.Connect;
import io.graphtracker.project.ProjectException;
import io.graphtracker.project.TaskSearch;
import io.graphtracker.texts.Texts;
import java.util.Optional;
import java.util.stream.Stream;

/** Asks which task comes first and which depends on it. A refusal is shown in the dialog, which stays open. */
class ConnectDialog extends Dialog {

    private final GraphModel graph;
    private final GraphEditor editor;
    private final TaskSearch search;
    private final Texts texts;
    private final TaskChooser from;
    private final TaskChooser to;
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
        Button connect = connectButton();
        // not while a list is open, where Enter chooses, and not on another button
        connect.addClickShortcut(Key.ENTER).listenOn(fields);
        getFooter().add(cancelButton(), connect);
        graph.selectedTask()
                .flatMap(graph::find)
                .filter(task -> !task.group())
                .map(task -> new FoundTask(task.id(), task.title(), null))
                .ifPresent(from::setValue);
        TaskChooser first = from.isEmpty() ? from : to;
        first.setAutofocus(true);
        addAttachListener(attached -> TypeAhead.focus(first));
    }

    private TaskChooser taskField(String id, String textKey) {
        return new TaskChooser(id, texts.get(textKey), typed -> search.tasks(graph.projectId(), typed), texts);
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
        Optional<TaskChooser> missing =
                Stream.of(from, to).filter(TaskChooser::isEmpty).findFirst();
        if (missing.isPresent()) {
            // a field that has said what is wrong with it keeps that
            Stream.of(from, to)
                    .filter(field -> field.isEmpty() && !field.isRefused())
                    .forEach(field -> field.refuse(texts.get("connect.choose")));
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
