package io.graphtracker.project.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.graphtracker.texts.Texts;

/** Shows over the canvas how many tasks a filter brings out, with a button that clears it. */
class FilterNotice extends Div {

    private final Span text = new Span();

    FilterNotice(Runnable clear, Texts texts) {
        setId("filterNotice");
        addClassName("filter-notice");
        text.setId("filterResult");
        Button button = new Button(texts.get("filter.clear"), click -> clear.run());
        button.setId("btnClearFilter");
        button.addThemeVariants(ButtonVariant.TERTIARY);
        add(text, button);
    }

    /** Shows a text; nothing if it is empty. */
    void show(String result) {
        text.setText(result);
        setVisible(!result.isEmpty());
    }
}
