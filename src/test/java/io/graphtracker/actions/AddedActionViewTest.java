package io.graphtracker.actions;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static com.github.mvysny.kaributesting.v10.ShortcutsKt._fireShortcut;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.shared.SharedValueSignal;
import io.graphtracker.feedback.Message;
import io.graphtracker.testing.ProjectPageTest;
import io.graphtracker.testing.ShownMessage;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;

/** Adding an action touches one class: its own. */
@Import(AddedActionViewTest.AddedAction.class)
class AddedActionViewTest extends ProjectPageTest {

    @Autowired
    private GreetAction greet;

    @BeforeEach
    void openActionsTab() {
        greet.possible.set(true);
        greet.said.set(new Announcement(1, "Said before"));
        selectTab("tabActions");
    }

    @Test
    void itHasItsButtonsAndItsCheckboxInThePlaceThatItsOrderSays() {
        assertThat(ids("headerActions")).startsWith("btnAddNode", "btnGreet", "btnAddEdge");
        assertThat(byId(Button.class, "btnGreetPanel").getTooltip().getText())
                .isEqualTo(byId(Button.class, "btnGreet").getTooltip().getText())
                .endsWith("(Alt+Shift+G)");
        assertThat(byId(Checkbox.class, "btnGreetShowInHeader").getAriaLabel()).isPresent();
        assertThat(isShown("greetDetails")).isTrue();
    }

    @Test
    void everyWayToItDoesTheSame() {
        _click(byId(Button.class, "btnGreet"));
        _click(byId(Button.class, "btnGreetPanel"));
        _fireShortcut(UI.getCurrent(), Key.KEY_G, KeyModifier.ALT, KeyModifier.SHIFT);
        settle();

        assertThat(ShownMessage.only().text()).isEqualTo("Hello");
        assertThat(greet.performed.getAndSet(0)).isEqualTo(3);
    }

    @Test
    void itCanBeHiddenInTheHeader() {
        _setValue(byId(Checkbox.class, "btnGreetShowInHeader"), false);
        settle();

        assertThat(isShown("btnGreet")).isFalse();
    }

    @Test
    void whatItAnnouncesIsSaidOnceAndWithoutAMessage() {
        assertThat(ShownMessage.spokenPolitely()).isEmpty();

        greet.said.set(new Announcement(2, "Still greeting"));
        settle();
        assertThat(ShownMessage.spokenPolitely()).isEqualTo("Still greeting");
        assertThat(ShownMessage.all()).isEmpty();

        greet.said.set(new Announcement(3, ""));
        settle();
        assertThat(ShownMessage.spokenPolitely()).isEqualTo("Still greeting");
        greet.said.set(new Announcement(4, "Still greeting"));
        settle();
        assertThat(ShownMessage.spokenPolitely()).isEqualTo("Still greeting\u00a0");
    }

    @Test
    void whileItIsNotPossibleNeitherButtonsNorShortcutDoIt() {
        greet.possible.set(false);
        settle();

        assertThat(byId(Button.class, "btnGreet").getElement().getAttribute("aria-disabled"))
                .isEqualTo("true");
        assertThat(byId(Button.class, "btnGreetPanel").getElement().getAttribute("aria-disabled"))
                .isEqualTo("true");
        _fireShortcut(UI.getCurrent(), Key.KEY_G, KeyModifier.ALT, KeyModifier.SHIFT);
        settle();
        assertThat(ShownMessage.all()).isEmpty();
    }

    private static List<String> ids(String container) {
        return byId(Component.class, container)
                .getChildren()
                .map(child -> child.getId().orElse(""))
                .toList();
    }

    @TestConfiguration
    static class AddedAction {
        @Bean
        GreetAction greetAction() {
            return new GreetAction();
        }
    }

    @Order(11)
    static class GreetAction implements Action {

        final AtomicInteger performed = new AtomicInteger();
        final SharedValueSignal<Boolean> possible = new SharedValueSignal<>(true);
        final SharedValueSignal<Announcement> said = new SharedValueSignal<>(new Announcement(1, "Said before"));

        @Override
        public String id() {
            return "btnGreet";
        }

        @Override
        public VaadinIcon icon() {
            return VaadinIcon.HAND;
        }

        /** An existing text of the bundle, which has none for this action. */
        @Override
        public String textKey() {
            return "action.btnFit";
        }

        @Override
        public Optional<Shortcut> shortcut() {
            return Optional.of(Shortcut.onPage(Key.KEY_G, "Alt+Shift+G", KeyModifier.ALT, KeyModifier.SHIFT));
        }

        @Override
        public Optional<Signal<Boolean>> enabled(ActionContext context) {
            return Optional.of(possible);
        }

        @Override
        public Optional<Signal<Announcement>> announcements(ActionContext context) {
            return Optional.of(said);
        }

        @Override
        public Optional<Component> details(ActionContext context) {
            Span details = new Span("Greets");
            details.setId("greetDetails");
            return Optional.of(details);
        }

        @Override
        public void perform(ActionContext context) {
            performed.incrementAndGet();
            context.feedback().show(Message.information("Hello"));
        }
    }
}
