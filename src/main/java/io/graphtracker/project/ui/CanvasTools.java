package io.graphtracker.project.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.shared.Tooltip;
import io.graphtracker.actions.IconButton;
import io.graphtracker.actions.TypeAhead;
import io.graphtracker.texts.Texts;

/** The buttons that float over the canvas: for what is done there, and for the view. */
class CanvasTools extends Div {

    private final Texts texts;

    /** @param filter the button that opens the filter */
    CanvasTools(GraphCanvas canvas, GraphCommands commands, Button filter, Texts texts) {
        this.texts = texts;
        addClassName("canvas-tools");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", texts.get("tools.name"));
        add(
                asking(tool("toolAdd", VaadinIcon.PLUS_CIRCLE_O, "action.btnAddNode.tooltip", commands::addTask)),
                asking(tool("toolConnect", VaadinIcon.CONNECT_O, "action.btnAddEdge.tooltip", commands::connectTasks)),
                tool("toolSearch", VaadinIcon.SEARCH, "action.btnSearch.tooltip", commands::search),
                over(filter),
                over(new PictureMenu(commands, texts)),
                separator(),
                tool("toolZoomOut", VaadinIcon.MINUS, "tools.zoom-out", canvas::zoomOut),
                actualSize(canvas),
                tool("toolZoomIn", VaadinIcon.PLUS, "tools.zoom-in", canvas::zoomIn),
                tool("toolFit", VaadinIcon.EXPAND_SQUARE, "action.btnFit.tooltip", commands::fit));
    }

    private Button tool(String id, VaadinIcon icon, String textKey, Runnable action) {
        return over(new IconButton(id, icon, texts.get(textKey), action));
    }

    private static Button asking(Button button) {
        TypeAhead.askOnClick(button);
        return button;
    }

    /** Shows how large the graph is drawn. */
    private Button actualSize(GraphCanvas canvas) {
        Button button = new Button("", click -> canvas.zoomToActualSize());
        button.setId("toolActualSize");
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setTooltipText(texts.get("tools.actual-size"));
        showZoom(button, 1);
        canvas.addViewChangedListener(event -> showZoom(button, event.view().zoom()));
        return over(button);
    }

    private void showZoom(Button button, double zoom) {
        String percent = texts.get("tools.zoom", Math.round(zoom * 100));
        button.setText(percent);
        button.setAriaLabel(texts.get("tools.actual-size.name", percent));
    }

    /** There is no room for the tooltip below the tools. */
    private static Button over(Button button) {
        button.getTooltip().setPosition(Tooltip.TooltipPosition.TOP);
        return button;
    }

    private static Div separator() {
        Div separator = new Div();
        separator.addClassName("canvas-tools-separator");
        return separator;
    }
}
