package io.graphtracker.actions;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.shared.Tooltip;
import io.graphtracker.feedback.Message;
import io.graphtracker.signals.WriteCallbacks;
import io.graphtracker.texts.Texts;

/** The Actions tab: one row for each action, with its button and the "Show in header" checkbox. */
class ActionsPanel extends Div {

    private final HeaderVisibility visibility;
    private final ActionContext context;
    private final Texts texts;

    ActionsPanel(ActionRegistry registry, HeaderVisibility visibility, ActionContext context, Texts texts) {
        this.visibility = visibility;
        this.context = context;
        this.texts = texts;
        addClassName("actions-panel");
        UnorderedList rows = new UnorderedList();
        rows.addClassName("action-rows");
        registry.actions().forEach(action -> rows.add(row(action)));
        Paragraph explanation = new Paragraph(texts.get("actions.panel.explanation"));
        explanation.addClassName("secondary");
        Div columns = new Div(texts.get("actions.show-in-header"));
        columns.addClassName("action-columns");
        add(new H2(texts.get("actions.panel.title")), explanation, columns, rows, reset());
    }

    private ListItem row(Action action) {
        ActionButton button = new ActionButton(action.panelId(), action, context, texts);
        // at the bottom it would cover the details while they change
        button.getTooltip().setPosition(Tooltip.TooltipPosition.TOP_START);
        Div line = new Div(button, showInHeader(action));
        line.addClassName("action-line");
        ListItem row = new ListItem(line);
        row.addClassName("action-row");
        action.details(context).ifPresent(row::add);
        return row;
    }

    private Checkbox showInHeader(Action action) {
        Checkbox checkbox = new Checkbox(texts.get("actions.show-in-header"));
        checkbox.setId(action.checkboxId());
        checkbox.setAriaLabel(texts.get("actions.show-in-header.name", texts.get(action.textKey())));
        checkbox.bindValue(
                visibility.isShown(action), WriteCallbacks.reportingErrors(shown -> visibility.show(action, shown)));
        return checkbox;
    }

    private Button reset() {
        Button reset = new Button(texts.get("actions.reset"), click -> {
            visibility.reset();
            context.feedback().show(Message.success(texts.get("actions.reset.done"), ""));
        });
        reset.setId("btnResetActions");
        reset.addClassName("actions-reset");
        return reset;
    }
}
