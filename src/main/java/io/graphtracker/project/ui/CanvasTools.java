package io.graphtracker.project.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.shared.Tooltip;
import io.graphtracker.texts.Texts;
import org.jspecify.annotations.Nullable;

/** The buttons that float over the canvas: for what is done there, and for the view. */
class CanvasTools extends Div {

    private final Texts texts;

    CanvasTools(GraphCanvas canvas, GraphCommands commands, Texts texts) {
        this.texts = texts;
        addClassName("canvas-tools");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", texts.get("tools.name"));
        add(
                tool("toolAdd", VaadinIcon.PLUS_CIRCLE_O, "action.btnAddNode.tooltip", commands::addTask),
                tool("toolConnect", VaadinIcon.CONNECT_O, "action.btnAddEdge.tooltip", commands::connectTasks),
                tool("toolSearch", VaadinIcon.SEARCH, "action.btnSearch.tooltip", commands::search),
                separator(),
                tool("toolZoomOut", VaadinIcon.MINUS, "tools.zoom-out", canvas::zoomOut),
                actualSize(canvas),
                tool("toolZoomIn", VaadinIcon.PLUS, "tools.zoom-in", canvas::zoomIn),
                tool("toolFit", VaadinIcon.EXPAND_SQUARE, "action.btnFit.tooltip", commands::fit));
    }

    private Button tool(String id, VaadinIcon icon, String textKey, Runnable action) {
        return button(id, icon.create(), textKey, action);
    }

    private Button actualSize(GraphCanvas canvas) {
        Button button = button("toolActualSize", null, "tools.actual-size", canvas::zoomToActualSize);
        button.setText(texts.get("tools.actual-size.label"));
        return button;
    }

    private Button button(String id, @Nullable Component icon, String textKey, Runnable action) {
        Button button = new Button("", click -> action.run());
        button.setIcon(icon);
        button.setId(id);
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel(texts.get(textKey));
        button.setTooltipText(texts.get(textKey)).setPosition(Tooltip.TooltipPosition.TOP);
        return button;
    }

    private static Div separator() {
        Div separator = new Div();
        separator.addClassName("canvas-tools-separator");
        return separator;
    }
}
