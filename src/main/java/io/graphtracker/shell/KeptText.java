package io.graphtracker.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps in the browser what is typed into the fields beside it, until the server has it. So it survives that the page
 * is loaded again, for example because the server was restarted meanwhile.
 */
@Tag("kept-text")
@JsModule("context://app/kept-text.nocache.js")
public final class KeptText extends Component {

    private static final String KEPT = "event.detail.kept";

    /**
     * What was typed into a field.
     *
     * @param id of the field
     * @param shown what was in the field before
     */
    public record Text(String id, String shown, String typed) {}

    /** @param restore receives what was kept, when there is something under a new key */
    public KeptText(Consumer<List<Text>> restore) {
        getElement()
                .addEventListener(
                        "text-kept",
                        event -> restore.accept(JsonMapper.shared()
                                .convertValue(event.getEventData().get(KEPT), new TypeReference<List<Text>>() {})))
                .addEventData(KEPT);
    }

    /** Says what the fields show from now on. */
    public void setKey(String key) {
        getElement().setProperty("key", key);
    }

    /** Says that the server has got what was typed into a field. */
    public void confirm(String id, String value) {
        getElement().callJsFunction("confirm", id, value);
    }
}
