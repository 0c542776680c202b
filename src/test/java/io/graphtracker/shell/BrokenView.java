package io.graphtracker.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;

/** A page that cannot be shown, for tests of the page shown instead. */
@Route(value = "broken-on-purpose", layout = MainLayout.class)
public class BrokenView extends Div {

    public BrokenView() {
        throw new IllegalStateException("the inner works");
    }
}
