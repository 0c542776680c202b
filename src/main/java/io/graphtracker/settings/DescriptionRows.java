package io.graphtracker.settings;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.signals.Signal;

/** A description list whose rows may follow signals: each has a term and a description. */
public final class DescriptionRows extends DescriptionList {

    public DescriptionRows() {
        addClassName("facts");
    }

    /** Adds a row that does not change while the page is open. */
    public DescriptionRows add(String id, String term, String description) {
        return add(id, term, new Text(description));
    }

    /** Adds a row that follows a signal; it is hidden while its description is empty. */
    public DescriptionRows add(String id, String term, Signal<String> description) {
        Span value = new Span();
        value.bindText(description);
        return add(id, term, value, description);
    }

    /** Adds a row that follows a signal and is shown as code, which a click selects as a whole. */
    public DescriptionRows addCode(String id, String term, Signal<String> description) {
        Code value = new Code();
        value.bindText(description);
        return add(id, term, value, description);
    }

    private DescriptionRows add(String id, String term, Component value, Signal<String> description) {
        Signal<Boolean> known = description.map(text -> !text.isEmpty());
        Term name = new Term(term);
        name.bindVisible(known);
        Description shown = new Description(value);
        shown.setId(id);
        shown.bindVisible(known);
        add(name, shown);
        return this;
    }

    /** Adds a row whose description is a component, for example a link. */
    public DescriptionRows add(String id, String term, Component description) {
        Description shown = new Description(description);
        shown.setId(id);
        add(new Term(term), shown);
        return this;
    }
}
