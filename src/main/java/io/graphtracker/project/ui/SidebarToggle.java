package io.graphtracker.project.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.graphtracker.texts.Texts;

/** The button in the header that hides the sidebar and brings it back. */
class SidebarToggle extends Button {

    private final Sidebar sidebar;

    SidebarToggle(Sidebar sidebar, Texts texts) {
        this.sidebar = sidebar;
        setId("btnToggleSidebar");
        addClassName("action-button");
        setIcon(VaadinIcon.LAYOUT.create());
        Span label = new Span(texts.get("sidebar.toggle.short"));
        label.addClassName("action-label");
        getElement().appendChild(label.getElement());
        setAriaLabel(texts.get("sidebar.toggle"));
        setTooltipText(texts.get("sidebar.toggle"));
        getElement().setAttribute("aria-controls", Sidebar.ID);
        addClickListener(click -> {
            sidebar.show(!sidebar.isVisible());
            tellState();
        });
        tellState();
    }

    /** Shows the Task tab, even if the sidebar was hidden; on the next page all is again as the person chose it. */
    void openTaskTab() {
        sidebar.openTaskTab();
        tellState();
    }

    private void tellState() {
        getElement().setAttribute("aria-expanded", String.valueOf(sidebar.isVisible()));
    }
}
