package io.graphtracker.actions;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.signals.Signal;
import java.util.Optional;

/**
 * Something a person can do on a page. It is written once, as a stateless Spring bean; its buttons in the header and in the
 * Actions panel, their names and tooltips, the shortcut and the "Show in header" checkbox all come from it.
 *
 * <p>The order of the actions is that of the beans ({@link org.springframework.core.annotation.Order}).
 */
public interface Action {

    /** The id of the header button, for example {@code btnBackupDB}; other ids and keys derive from it. */
    String id();

    /** The icon on its buttons. */
    VaadinIcon icon();

    /** Does it; called under the page's session lock, so long work belongs on another thread. */
    void perform(ActionContext context);

    /** The key in the bundle under which its name is found; {@code .tooltip} after it gives the explanation. */
    default String textKey() {
        return "action." + id();
    }

    /** Whether the header shows it as long as the person has not chosen. */
    default boolean inHeaderByDefault() {
        return true;
    }

    /** The shortcut, if it has one. */
    default Optional<Shortcut> shortcut() {
        return Optional.empty();
    }

    /** Whether it is at work, if it is one that takes time; shared by all open pages. */
    default Optional<Signal<Boolean>> busy() {
        return Optional.empty();
    }

    /** Whether it can be performed on this page now, if that changes; without it, it always can. */
    default Optional<Signal<Boolean>> enabled(ActionContext context) {
        return Optional.empty();
    }

    /** What its row in the panel shows below the button, for example the last result; made anew for each page. */
    default Optional<Component> details(ActionContext context) {
        return Optional.empty();
    }

    /**
     * What a page says politely of it, whichever tab is selected, if it is one that takes long. What was said before the page
     * was opened is not said again.
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
