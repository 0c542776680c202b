package io.graphtracker.settings;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
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

    /** Adds a fact that changes. */
    public Facts add(String id, String term, Signal<String> description) {
        Description value = new Description();
        value.bindText(description);
        return add(id, term, value);
    }

    private Facts add(String id, String term, Component description) {
        return add(id, term, new Description(description));
    }

    private Facts add(String id, String term, Description description) {
        description.setId(id);
        add(new Term(term), description);
        return this;
    }
}
