package io.graphtracker.project.ui;

import com.vaadin.flow.component.treegrid.TreeGrid;
import com.vaadin.flow.dom.DebouncePhase;
import com.vaadin.flow.dom.DomListenerRegistration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** What keys do in the outline, apart from moving the focus, which the grid does by itself. */
final class OutlineKeys {

    /** Walking through the rows tells the server where it came to rest, not each step. */
    private static final int REST_MILLIS = 150;

    private static final String ROW = "element.getEventContext(event).item?.key ?? ''";
    private static final String SHIFT = "event.shiftKey";
    private static final String NO_MODIFIERS = "!event.altKey && !event.ctrlKey && !event.metaKey";
    private static final String WALK = "['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown'].includes(event.key)";

    // as in the grid: Home and End alone go to a cell of the row
    private static final String ENDS =
            "['Home', 'End'].includes(event.key) && event.ctrlKey && !event.altKey && !event.metaKey";
    private static final String END = "event.key === 'End'";

    private final TreeGrid<UUID> grid;

    OutlineKeys(TreeGrid<UUID> grid) {
        this.grid = grid;
    }

    /** Some keyboards need Shift for a sign. */
    void onSign(char sign, Consumer<UUID> handler) {
        listen(
                "keydown",
                "event.key === '" + sign + "' && " + NO_MODIFIERS,
                data -> row(data).ifPresent(handler));
    }

    /** @param which a condition in JavaScript */
    void onKeys(String which, Consumer<UUID> handler) {
        listen(
                "keydown",
                which + " && !event.shiftKey && " + NO_MODIFIERS,
                data -> row(data).ifPresent(handler));
    }

    /**
     * @param step receives the row to which the focus has moved
     * @param range receives the row to which the focus has moved while Shift was held
     */
    void onWalk(Consumer<UUID> step, Consumer<UUID> range) {
        // when the key is released, the focus has moved
        listen(
                        "keyup",
                        WALK + " && " + NO_MODIFIERS,
                        data -> row(data).ifPresent(data.path(SHIFT).asBoolean() ? range : step))
                .debounce(REST_MILLIS, DebouncePhase.TRAILING);
    }

    /**
     * The focus moves to the first or the last row, of which the browser may know nothing yet.
     *
     * @param handler receives whether it is the last one, and whether Shift was held
     */
    void onEnds(BiConsumer<Boolean, Boolean> handler) {
        listen(
                        "keyup",
                        ENDS,
                        data -> handler.accept(
                                data.path(END).asBoolean(), data.path(SHIFT).asBoolean()))
                .addEventData(END);
    }

    private DomListenerRegistration listen(String type, String which, Consumer<JsonNode> handler) {
        return grid.getElement()
                .addEventListener(type, event -> handler.accept(event.getEventData()))
                .setFilter(which)
                .addEventData(ROW)
                .addEventData(SHIFT);
    }

    private Optional<UUID> row(JsonNode data) {
        return Optional.ofNullable(
                grid.getDataCommunicator().getKeyMapper().get(data.path(ROW).asString()));
    }
}
