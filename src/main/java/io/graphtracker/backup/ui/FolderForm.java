package io.graphtracker.backup.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocapitalize;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupTexts;
import io.graphtracker.backup.catalog.FolderChoice;
import io.graphtracker.backup.catalog.TargetFolder;
import io.graphtracker.texts.Texts;

/**
 * Asks for the backups folder while none is set. A folder that cannot be used is told while it is typed; nothing is
 * created or written before the button is pressed.
 */
public class FolderForm extends Div {

    /** The id of its field. */
    public static final String FIELD_ID = "backupsFolderField";

    private final transient FolderChoices choices;
    private final transient BackupTexts backupTexts;
    private final transient Texts texts;
    private final transient Runnable chosen;
    private final TextField field = new TextField();

    /** The number of the latest check: an answer that comes after another input is of no use. */
    private long latest;

    /** Whether the folder is being set now. */
    private boolean choosing;

    /** @param chosen called when the folder is set */
    FolderForm(FolderChoices choices, Runnable chosen, BackupTexts backupTexts, Texts texts) {
        this.choices = choices;
        this.chosen = chosen;
        this.backupTexts = backupTexts;
        this.texts = texts;
        addClassName("folder-form");
        field.setId(FIELD_ID);
        field.setLabel(texts.get("backup.folder.field"));
        field.setValue(FolderChoice.SUGGESTION);
        field.setHelperText(texts.get("backup.folder.helper"));
        field.setAutocomplete(Autocomplete.OFF);
        field.setAutocapitalize(Autocapitalize.NONE);
        field.getElement().setAttribute("spellcheck", "false");
        // invalid only by what is found out here
        field.setManualValidation(true);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.addValueChangeListener(change -> check());
        field.addKeyDownListener(Key.ENTER, pressed -> choose());
        Button use = new Button(texts.get("backup.folder.use"), click -> choose());
        use.setId("btnUseFolder");
        use.addThemeVariants(ButtonVariant.PRIMARY);
        add(field, use);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        check();
    }

    private String value() {
        return field.getValue().strip();
    }

    private void check() {
        long number = ++latest;
        field.setInvalid(false);
        if (value().isEmpty()) {
            field.setHelperText(texts.get("backup.folder.helper"));
            return;
        }
        choices.check(
                value(),
                target -> {
                    if (number == latest) {
                        field.setHelperText(described(target));
                    }
                },
                reason -> {
                    if (number == latest) {
                        refuse(backupTexts.message(reason));
                    }
                });
    }

    private String described(TargetFolder target) {
        TargetFolderModel model = TargetFolderModel.of(target, texts);
        String where =
                model.free().isEmpty() ? model.path() : texts.get("backup.folder.checked", model.path(), model.free());
        return model.besideDatabase().isEmpty() ? where : where + " " + model.besideDatabase();
    }

    private void choose() {
        if (choosing) {
            return;
        }
        latest++;
        if (value().isEmpty()) {
            refuse(texts.get("backup.folder.empty"));
            field.focus();
            return;
        }
        choosing = true;
        long number = latest;
        choices.choose(
                value(),
                () -> end(chosen),
                reason -> end(() -> {
                    if (number == latest) {
                        refuseChosen(reason);
                    }
                }));
    }

    private void end(Runnable answer) {
        choosing = false;
        answer.run();
    }

    private void refuseChosen(BackupException reason) {
        refuse(backupTexts.message(reason) + " " + backupTexts.hint(reason));
        field.focus();
    }

    private void refuse(String reason) {
        // that of the folder before says nothing of this one
        field.setHelperText(texts.get("backup.folder.helper"));
        field.setErrorMessage(reason);
        field.setInvalid(true);
    }
}
