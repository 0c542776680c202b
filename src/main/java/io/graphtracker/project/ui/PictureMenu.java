package io.graphtracker.project.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import io.graphtracker.actions.IconButton;
import io.graphtracker.texts.Texts;

/** A button that opens what can become of the whole graph as a picture. Not a MenuBar, see docs/workarounds.md. */
class PictureMenu extends IconButton {

    private final transient Texts texts;
    private final Popover popover = new Popover();

    PictureMenu(GraphCommands commands, Texts texts) {
        super("toolPicture", VaadinIcon.PICTURE, texts.get("picture.name"), () -> {});
        this.texts = texts;
        getElement().setAttribute("aria-haspopup", "dialog").setAttribute("aria-expanded", "false");
        Div items = new Div(
                item("pictureSvg", "picture.svg", commands::saveAsSvg),
                item("picturePng", "picture.png", commands::screenshot),
                item("picturePrint", "picture.print", commands::print),
                item("planJson", "plan.save.json", () -> commands.exportPlan("json")),
                item("planCsv", "plan.save.csv", () -> commands.exportPlan("csv")),
                item("planMermaid", "plan.save.mermaid", () -> commands.exportPlan("mermaid")));
        items.addClassName("picture-menu");
        popover.add(items);
        popover.setAriaLabel(texts.get("picture.name"));
        popover.setPosition(PopoverPosition.TOP_END);
        popover.setAutofocus(true);
        popover.setTarget(this);
    }

    private Button item(String id, String textKey, Runnable command) {
        Button item = new Button(texts.get(textKey), click -> {
            popover.close();
            command.run();
        });
        item.setId(id);
        item.addThemeVariants(ButtonVariant.TERTIARY);
        return item;
    }
}
