package io.graphtracker.settings;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.signals.Signal;

/** A list of facts: what it is called, and what it is. */
public class Facts extends DescriptionList {

    public Facts() {
        addClassName("facts");
    }

    /** Adds a fact that does not change while the page is open. */
    public Facts add(String id, String term, String description) {
        return add(id, term, new Text(description));
    }

    /** Adds a fact that changes; while it is empty it is not shown. */
    public Facts add(String id, String term, Signal<String> description) {
        Span value = new Span();
        value.bindText(description);
        return add(id, term, value, description);
    }

    /** Adds a fact that changes and is for machines: a click selects all of it. */
    public Facts addCode(String id, String term, Signal<String> description) {
        Code value = new Code();
        value.bindText(description);
        return add(id, term, value, description);
    }

    private Facts add(String id, String term, Component value, Signal<String> description) {
        Signal<Boolean> known = description.map(text -> !text.isEmpty());
        Term name = new Term(term);
        name.bindVisible(known);
        Description shown = new Description(value);
        shown.setId(id);
        shown.bindVisible(known);
        add(name, shown);
        return this;
    }

    /** Adds a fact that is more than text, for example a link. */
    public Facts add(String id, String term, Component description) {
        Description shown = new Description(description);
        shown.setId(id);
        add(new Term(term), shown);
        return this;
    }
}
