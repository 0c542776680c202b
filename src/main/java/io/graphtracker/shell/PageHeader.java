package io.graphtracker.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.graphtracker.texts.Texts;

/** The header of the pages that are about no single project: the application's name, which leads to the projects, and Help. */
public class PageHeader extends Header {

    public PageHeader(Texts texts) {
        Image mark = new Image("app/favicon.svg", "");
        mark.addClassName("brand-mark");
        Anchor home = new Anchor("", mark, new Span(texts.get("application.name")));
        home.addClassName("brand");
        Anchor help = new Anchor("help", VaadinIcon.QUESTION_CIRCLE_O.create(), new Span(texts.get("help.link")));
        help.setId("btnHelp");
        help.addClassName("header-link");
        Div right = new Div(help);
        right.addClassName("header-buttons");
        addClassName("page-header");
        add(home, right);
    }
}
