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

    private static final String KEY = "event.detail.key";
    private static final String KEPT = "event.detail.kept";

    /**
     * What was typed into a field.
     *
     * @param id of the field
     * @param shown what was in the field before
     */
    public record Text(String id, String shown, String typed) {}

    private String key = "";

    /** @param restore receives what was kept, when there is something under a new key */
    public KeptText(Consumer<List<Text>> restore) {
        getElement()
                .addEventListener("text-kept", event -> {
                    // the key may have changed while this was on its way
                    if (event.getEventData().path(KEY).asString("").equals(key)) {
                        restore.accept(JsonMapper.shared()
                                .convertValue(event.getEventData().get(KEPT), new TypeReference<List<Text>>() {}));
                    }
                })
                .addEventData(KEY)
                .addEventData(KEPT);
    }

    /** Says what the fields show from now on. */
    public void setKey(String key) {
        this.key = key;
        getElement().setProperty("key", key);
    }

    /**
     * Says that the server has got what was typed into a field.
     *
     * @param value empty for none
     */
    public void confirm(String id, String value) {
        // with the key, since the browser may be told of another one first
        getElement().callJsFunction("confirm", key, id, value);
    }
}
