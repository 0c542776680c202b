package io.graphtracker.actions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import org.junit.jupiter.api.Test;

class ActionRegistryTest {

    private record Stub(String id, VaadinIcon icon) implements Action {
        @Override
        public void perform(ActionContext context) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void actionsStayInTheOrderOfTheirBeans() {
        List<Action> actions = List.of(action("btnSecond"), action("btnFirst"));

        assertThat(new ActionRegistry(actions).actions()).isEqualTo(actions);
    }

    /** They would share a preference, and their buttons an id on the page. */
    @Test
    void twoActionsWithOneIdStopTheStart() {
        List<Action> actions = List.of(action("btnFirst"), action("btnFit"), action("btnFit"));

        assertThatIllegalStateException()
                .isThrownBy(() -> new ActionRegistry(actions))
                .withMessageContaining("btnFit")
                .withMessageContaining("2 actions");
    }

    private static Action action(String id) {
        return new Stub(id, VaadinIcon.HAND);
    }
}
