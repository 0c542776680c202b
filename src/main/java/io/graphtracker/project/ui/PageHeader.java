package io.graphtracker.project.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.RouterLink;
import io.graphtracker.texts.Texts;

/** The header of the pages that are about no single project: the application's name, which leads to the projects, and Help. */
class PageHeader extends Header {

    PageHeader(Texts texts) {
        addClassName("page-header");
        RouterLink home = new RouterLink(ProjectListView.class);
        home.addClassName("brand");
        Image mark = new Image("app/favicon.svg", "");
        mark.addClassName("brand-mark");
        home.add(mark, new Span(texts.get("application.name")));
        RouterLink help = new RouterLink(HelpView.class);
        help.setId("btnHelp");
        help.addClassName("header-link");
        help.add(VaadinIcon.QUESTION_CIRCLE_O.create(), new Span(texts.get("help.link")));
        Div right = new Div(help);
        right.addClassName("header-buttons");
        add(home, right);
    }
}
