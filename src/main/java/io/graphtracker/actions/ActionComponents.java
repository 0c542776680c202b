package io.graphtracker.actions;

import com.vaadin.flow.component.Component;
import io.graphtracker.texts.Texts;

/** Makes what a page shows of the actions. */
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

    /** The content of the Actions tab. */
    public Component panel(ActionContext context) {
        return new ActionsPanel(registry, visibility, context, texts);
    }

    /**
     * Binds all shortcuts, once for each page.
     *
     * @param page the view, on which shortcuts with modifiers act
     * @param graph the part that has the focus while a person works on the graph, on which single keys act
     */
    public void bindShortcuts(ActionContext context, Component page, Component graph) {
        ActionShortcuts.bind(registry, context, page, graph);
    }

    /**
     * Binds all announcements, once for each page.
     *
     * @param page the view; while it is there, what is new is said
     */
    public void bindAnnouncements(ActionContext context, Component page) {
        ActionAnnouncements.bind(registry, context, page);
    }
}
