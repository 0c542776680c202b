package io.graphtracker.project.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.graphtracker.actions.IconButton;
import io.graphtracker.texts.Texts;
import java.util.function.BooleanSupplier;

/** The button in the header that hides and shows the sidebar. */
class SidebarToggle extends Button {

    private final Sidebar sidebar;

    /** Closes what is shown in the sidebar's place for the moment; false if there is nothing. */
    private transient BooleanSupplier closed = () -> false;

    SidebarToggle(Sidebar sidebar, Texts texts) {
        this.sidebar = sidebar;
        setId("btnToggleSidebar");
        addClassName("action-button");
        setIcon(VaadinIcon.LAYOUT.create());
        Span label = new Span(texts.get("sidebar.toggle.short"));
        label.addClassName("action-label");
        getElement().appendChild(label.getElement());
        IconButton.name(this, texts.get("sidebar.toggle"));
        getElement().setAttribute("aria-controls", Sidebar.ID);
        addClickListener(click -> {
            if (closed.getAsBoolean()) {
                return;
            }
            sidebar.show(!sidebar.isVisible());
            updateState();
            // on a narrow screen it is below the canvas
            sidebar.getElement().executeJs("if (!this.hidden) this.scrollIntoView({block: 'nearest'})");
        });
        updateState();
    }

    /**
     * Lets a click close what is shown in the sidebar's place for the moment, without changing what is stored.
     *
     * @param closes false if there is nothing to close
     */
    void closeInstead(BooleanSupplier closes) {
        closed = closes;
    }

    /** Shows the Task tab on this page, even if the sidebar was hidden; the stored choices stay. */
    void openTaskTab() {
        sidebar.openTaskTab();
        updateState();
    }

    /** Hides the sidebar again if the user has chosen that. */
    void closeTaskTab() {
        sidebar.closeTaskTab();
        updateState();
    }

    private void updateState() {
        getElement().setAttribute("aria-expanded", String.valueOf(sidebar.isVisible()));
    }
}
