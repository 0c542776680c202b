package io.graphtracker.backup.watch.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import io.graphtracker.backup.watch.CallAddress;
import io.graphtracker.backup.watch.WatchSettings;
import io.graphtracker.backup.watch.WatchState;
import io.graphtracker.feedback.Feedback;
import io.graphtracker.texts.Texts;
import java.util.Optional;

/** The settings of watching. The address is a secret, so the field never shows the saved one. */
class WatchSettingsForm extends Div {

    private final transient Texts texts;
    private final IntegerField age = new IntegerField();
    private final TextField address = new TextField();
    private final Div callButtons = new Div();

    /** What the field showed before the user changed it. */
    private int savedAge = WatchSettings.DEFAULT.maxAgeDays();

    WatchSettingsForm(WatchCommands commands, Feedback feedback, Texts texts) {
        this.texts = texts;
        addClassName("watch-settings");
        age.setId("watchAge");
        age.setLabel(texts.get("watch.age"));
        age.setHelperText(texts.get("watch.age.helper"));
        age.setMin(WatchSettings.LEAST_DAYS);
        age.setMax(WatchSettings.MOST_DAYS);
        age.setStepButtonsVisible(true);
        age.setManualValidation(true);
        age.setErrorMessage(texts.get("watch.age.invalid", WatchSettings.LEAST_DAYS, WatchSettings.MOST_DAYS));
        age.setValue(savedAge);
        Button saveAge = button("btnSaveWatchAge", "watch.age.save", () -> saveAge(commands, feedback));
        address.setId("callAddress");
        address.setLabel(texts.get("watch.call"));
        address.setHelperText(texts.get("watch.call.helper"));
        address.setPlaceholder(texts.get("watch.call.placeholder"));
        address.getElement().setAttribute("autocomplete", "off");
        address.setErrorMessage(texts.get("watch.call.invalid"));
        address.setManualValidation(true);
        Button saveAddress = button("btnSaveCall", "watch.call.save", () -> saveAddress(commands, feedback));
        Button test = button("btnTestCall", "watch.call.test", () -> commands.testCall(feedback));
        Button remove = button("btnRemoveCall", "watch.call.remove", () -> {
            commands.removeCallAddress(feedback);
            // the button is about to be hidden
            address.focus();
        });
        remove.addThemeVariants(ButtonVariant.TERTIARY);
        callButtons.add(test, remove);
        callButtons.addClassName("watch-buttons");
        add(setting(age, saveAge), setting(address, saveAddress, callButtons));
        callButtons.setVisible(false);
    }

    private Button button(String id, String key, Runnable work) {
        Button button = new Button(texts.get(key), click -> work.run());
        button.setId(id);
        return button;
    }

    private static Div setting(Component... parts) {
        Div setting = new Div(parts);
        setting.addClassName("watch-setting");
        return setting;
    }

    /** Shows what is saved, unless the user is changing it. */
    void show(WatchState state) {
        Integer entered = age.getValue();
        if (entered != null && entered == savedAge) {
            age.setValue(state.settings().maxAgeDays());
            age.setInvalid(false);
        }
        savedAge = state.settings().maxAgeDays();
        callButtons.setVisible(state.settings().hasCall());
    }

    private void saveAge(WatchCommands commands, Feedback feedback) {
        Integer days = age.getValue();
        boolean possible = days != null && days >= WatchSettings.LEAST_DAYS && days <= WatchSettings.MOST_DAYS;
        age.setInvalid(!possible);
        if (days != null && possible) {
            savedAge = days;
            commands.setMaxAgeDays(days, feedback);
        } else {
            age.focus();
        }
    }

    private void saveAddress(WatchCommands commands, Feedback feedback) {
        Optional<CallAddress> entered = CallAddress.of(address.getValue());
        address.setInvalid(entered.isEmpty());
        if (entered.isPresent()) {
            commands.setCallAddress(entered.get(), address::clear, feedback);
        } else {
            address.focus();
        }
    }
}
