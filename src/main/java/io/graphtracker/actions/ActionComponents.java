package io.graphtracker.actions;

import com.vaadin.flow.component.Component;
import io.graphtracker.texts.Texts;

/** Creates the components of a page that offer the actions. */
@org.springframework.stereotype.Component
public class ActionComponents {

    private final ActionRegistry registry;
    private final HeaderVisibility visibility;
    private final Texts texts;

    ActionComponents(ActionRegistry registry, HeaderVisibility visibility, Texts texts) {
        this.registry = registry;
        this.visibility = visibility;
        this.texts = texts;
    }

    /** The buttons of the header. */
    public Component header(ActionContext context) {
        return new HeaderActions(registry, visibility, context, texts);
    }

    /** A button that offers those actions of the header for which it has no room; to be placed right after them. */
    public Component more(ActionContext context) {
        return new MoreActions(registry, context, texts);
    }

    /** The content of the Actions tab. */
    public Component panel(ActionContext context) {
        return new ActionsPanel(registry, visibility, context, texts);
    }

    /**
     * Binds all shortcuts; called once for each page.
     *
     * @param page the view; shortcuts with modifiers work anywhere in it
     * @param graph the part with the canvas and the outline; single keys work only while the focus is in it
     */
    public void bindShortcuts(ActionContext context, Component page, Component graph) {
        ActionShortcuts.bind(registry, context, page, graph);
    }

    /**
     * Binds all announcements; called once for each page.
     *
     * @param page the view; new announcements are made while it is attached
     */
    public void bindAnnouncements(ActionContext context, Component page) {
        ActionAnnouncements.bind(registry, context, page);
    }
}
