package io.graphtracker.backup.retention.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.graphtracker.backup.catalog.CatalogEntry;
import io.graphtracker.backup.retention.RetentionPlan;
import io.graphtracker.feedback.DestructiveQuestion;
import io.graphtracker.texts.ByteSize;
import io.graphtracker.texts.Texts;
import io.graphtracker.texts.Times;
import java.util.List;

/** Asks once before a rule is saved that would delete something, and names it. */
class RetentionConfirmation extends DestructiveQuestion {

    /** How many backups are named; the preview names all. */
    private static final int NAMED = 50;

    RetentionConfirmation(RetentionPlan plan, Runnable save, Texts texts) {
        super(texts.get("retention.confirm.title"), texts.get("retention.save"), save, texts);
        List<RetentionPlan.Decided> going = plan.deletions().reversed();
        UnorderedList list = new UnorderedList();
        going.stream().limit(NAMED).map(RetentionPlan.Decided::entry).forEach(entry -> list.add(item(entry)));
        if (going.size() > NAMED) {
            list.add(new ListItem(texts.get("retention.confirm.more", going.size() - NAMED)));
        }
        Div names = new Div(list);
        names.addClassName("retention-names");
        names.getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute("aria-label", texts.get("retention.confirm.list"));
        Div content = new Div(
                new Paragraph(texts.get("retention.confirm.text", going.size(), ByteSize.format(plan.freedBytes()))),
                names);
        content.addClassName("retention-confirmation");
        setText(content);
    }

    private static ListItem item(CatalogEntry entry) {
        Span name = new Span(entry.name());
        name.addClassName("backup-file");
        return new ListItem(new Span(Times.withZone(entry.at())), name);
    }
}
