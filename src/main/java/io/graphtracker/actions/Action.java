package io.graphtracker.actions;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.signals.Signal;
import java.util.Optional;

/**
 * Something a user can do on a page. It is one stateless Spring bean; its buttons in the header and in the Actions
 * panel, their names and tooltips, the shortcut and the "Show in header" checkbox are all made from it.
 *
 * <p>The order of the actions is that of the beans ({@link org.springframework.core.annotation.Order}).
 */
public interface Action {

    /** The id of the header button, for example {@code btnBackupDB}; other ids and keys are derived from it. */
    String id();

    /** The icon on its buttons. */
    VaadinIcon icon();

    /** Performs it. Called under the page's session lock, so long work belongs on another thread. */
    void perform(ActionContext context);

    /** Performs it if that is possible on this page now. */
    default void performIfEnabled(ActionContext context) {
        if (enabled(context).map(Signal::peek).orElse(true)) {
            perform(context);
        }
    }

    /** The key of its name in the bundle; with {@code .tooltip} appended, that of its explanation. */
    default String textKey() {
        return "action." + id();
    }

    /** Whether the header shows it unless the user has chosen otherwise. */
    default boolean inHeaderByDefault() {
        return true;
    }

    /** Its shortcut, if any. */
    default Optional<Shortcut> shortcut() {
        return Optional.empty();
    }

    /** Whether it is running, for an action that takes time; the same on all open pages. */
    default Optional<Signal<Boolean>> busy() {
        return Optional.empty();
    }

    /** Whether it can be performed on this page now; empty if it always can. */
    default Optional<Signal<Boolean>> enabled(ActionContext context) {
        return Optional.empty();
    }

    /** Whether it is the one that users need most; its button in the header stands out. */
    default boolean isPrimary() {
        return false;
    }

    /** Whether it asks for text right away, for example for a title; see {@link TypeAhead}. */
    default boolean asksForText() {
        return false;
    }

    /** Whether it is on, for an action that switches something on and off; empty for all others. */
    default Optional<Signal<Boolean>> pressed(ActionContext context) {
        return Optional.empty();
    }

    /** What it would do on this page now, for an action whose explanation changes; empty if it always is the same. */
    default Optional<Signal<String>> explanation(ActionContext context) {
        return Optional.empty();
    }

    /** What its row in the panel shows below the button, for example the last result; a new component for each page. */
    default Optional<Component> details(ActionContext context) {
        return Optional.empty();
    }

    /**
     * What a page announces politely about it, whichever tab is selected; for actions that take long. Announcements
     * from before the page was opened are not repeated.
     */
    default Optional<Signal<Announcement>> announcements(ActionContext context) {
        return Optional.empty();
    }

    /** The id of its button in the Actions panel. */
    default String panelId() {
        return id() + "Panel";
    }

    /** The id of its "Show in header" checkbox. */
    default String checkboxId() {
        return id() + "ShowInHeader";
    }

    /** The preference that says whether the header shows it. */
    default String headerPreference() {
        return "actions.header.show." + id();
    }
}
