package io.graphtracker.project.ui;

import com.vaadin.flow.component.textfield.TextField;
import io.graphtracker.actions.TypeAhead;
import java.util.function.Consumer;

/** Enter in a field of a task that leads on to the next one, alone or with Ctrl (on a Mac: ⌘). */
final class TitleKeys {

    static final String CONTROL = "event.ctrlKey || event.metaKey";

    /** What ends the composing of a Chinese or Japanese word is no Enter. */
    static final String ENTER = "event.key === 'Enter' && !event.isComposing && !event.shiftKey && !event.altKey";

    private TitleKeys() {}

    /**
     * {@link TypeAhead} takes the focus out of the field before the key is told, so the field knows by then what was typed.
     * Told after the key, or as data of it, the browser would not learn of a value that is set in answer and equals the one
     * before. Not by {@code synchronizeProperty}: with a filter, the client forgets to send what it reads at other keys.
     *
     * @param entered receives whether Ctrl was held
     */
    static void listen(TextField field, Consumer<Boolean> entered) {
        TypeAhead.askOnEnter(field);
        field.getElement()
                .addEventListener(
                        "keydown",
                        event -> entered.accept(
                                event.getEventData().path(CONTROL).asBoolean()))
                .setFilter(ENTER)
                .addEventData(CONTROL);
    }
}
