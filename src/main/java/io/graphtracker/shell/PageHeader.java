package io.graphtracker.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.graphtracker.texts.Texts;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/**
 * The header of all pages but those of a project: the application's name, which links to the projects, the
 * {@linkplain PageLink pages of features}, and Help. Each view has an instance of its own.
 */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public class PageHeader extends Header implements AfterNavigationObserver {

    private final List<Anchor> links = new ArrayList<>();

    PageHeader(ObjectProvider<PageLink> pages, Texts texts) {
        Image mark = new Image("app/favicon.svg", "");
        mark.addClassName("brand-mark");
        Anchor home = new Anchor("", mark, new Span(texts.get("application.name")));
        home.addClassName("brand");
        pages.orderedStream()
                .forEach(page -> links.add(link(page.id(), page.path(), page.icon(), texts.get(page.textKey()))));
        links.add(link("btnHelp", "help", VaadinIcon.QUESTION_CIRCLE_O, texts.get("help.link")));
        Div right = new Div(links.toArray(Component[]::new));
        right.addClassName("header-buttons");
        addClassName("page-header");
        add(home, right);
    }

    private static Anchor link(String id, String path, VaadinIcon icon, String name) {
        Anchor link = new Anchor(path, icon.create(), new Span(name));
        link.setId(id);
        link.addClassName("header-link");
        return link;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        String path = event.getLocation().getPath();
        for (Anchor link : links) {
            if (link.getHref().equals(path)) {
                link.getElement().setAttribute("aria-current", "page");
            } else {
                link.getElement().removeAttribute("aria-current");
            }
        }
    }
}
