package io.graphtracker.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import io.graphtracker.texts.Texts;

/** A page that is shown in place of another one: what happened, and a link to the first page. */
class ErrorPage extends Div {

    private final H1 title = new H1();
    private final Paragraph text = new Paragraph();

    ErrorPage(PageHeader header, Texts texts) {
        Anchor home = new Anchor("", texts.get("not-found.home"));
        Main main = new Main(title, text, home);
        main.setId(MainLayout.MAIN_ID);
        main.addClassNames("page", "empty-state", "not-found");
        add(header, main);
    }

    final void say(String newTitle, String newText) {
        title.setText(newTitle);
        text.setText(newText);
    }
}
