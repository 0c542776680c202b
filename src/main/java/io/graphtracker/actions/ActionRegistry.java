package io.graphtracker.actions;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** All actions, in the order of header and panel. Refuses to start if two actions have the same id. */
@Component
public class ActionRegistry {

    private final List<Action> actions;

    ActionRegistry(List<Action> actions) {
        this.actions = List.copyOf(actions);
        var twice = actions.stream().collect(Collectors.groupingBy(Action::id, Collectors.counting()));
        twice.forEach((id, count) -> {
            if (count > 1) {
                throw new IllegalStateException("The id " + id + " belongs to " + count + " actions");
            }
        });
    }

    /** The actions, in their order. */
    public List<Action> actions() {
        return actions;
    }
}
