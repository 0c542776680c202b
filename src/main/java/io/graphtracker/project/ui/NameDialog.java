package io.graphtracker.project.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import io.graphtracker.database.AfterCommitException;
import io.graphtracker.project.ProjectException;
import io.graphtracker.project.Rules;
import io.graphtracker.texts.Texts;
import java.util.function.Consumer;

/** Asks for a project's name. The reason of a refusal is shown at the field, and the dialog stays open. */
class NameDialog extends Dialog {

    private final Texts texts;
    private final Consumer<String> use;
    private final TextField name = new TextField();

    NameDialog(Texts texts, String title, String confirm, String currentName, Consumer<String> use) {
        this.texts = texts;
        this.use = use;
        setHeaderTitle(title);
        setWidth("26rem");
        name.setLabel(texts.get("projects.name"));
        name.setId("projectName");
        name.setMaxLength(Rules.MAX_NAME);
        name.setWidthFull();
        name.setValue(currentName);
        name.setAutofocus(true);
        name.setAutoselect(true);
        name.addKeyDownListener(Key.ENTER, enter -> submit());
        Button cancel = new Button(texts.get("dialog.cancel"), click -> close());
        Button ok = new Button(confirm, click -> submit());
        ok.setId("btnConfirmName");
        ok.addThemeVariants(ButtonVariant.PRIMARY);
        add(name);
        getFooter().add(cancel, ok);
    }

    private void submit() {
        try {
            use.accept(name.getValue());
            close();
        } catch (AfterCommitException e) {
            close();
            throw e;
        } catch (ProjectException e) {
            name.setErrorMessage(texts.get(e.messageKey(), e.arguments()));
            name.setInvalid(true);
            name.focus();
        }
    }
}
