package io.graphtracker.project.ui;

import com.vaadin.flow.component.textfield.TextField;
import tools.jackson.databind.JsonNode;

/** Enter in the field of a title, alone or with Ctrl (on a Mac: ⌘). */
final class TitleKeys {

    static final String VALUE = "element.value";
    static final String CONTROL = "event.ctrlKey || event.metaKey";

    /** What ends the composing of a Chinese or Japanese word is no Enter. */
    static final String ENTER = "event.key === 'Enter' && !event.isComposing && !event.shiftKey && !event.altKey";

    /** Is told of the key. */
    @FunctionalInterface
    interface Listener {

        /**
         * @param typed what is in the field; the field itself is told of it only after the key
         * @param control whether Ctrl was held
         */
        void entered(String typed, boolean control);
    }

    private TitleKeys() {}

    static void listen(TextField field, Listener listener) {
        field.getElement()
                .addEventListener("keydown", event -> {
                    JsonNode data = event.getEventData();
                    listener.entered(
                            data.path(VALUE).asString(), data.path(CONTROL).asBoolean());
                })
                .setFilter(ENTER)
                .addEventData(VALUE)
                .addEventData(CONTROL);
    }
}
