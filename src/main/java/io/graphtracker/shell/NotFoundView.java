package io.graphtracker.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import io.graphtracker.texts.Texts;
import jakarta.servlet.http.HttpServletResponse;

/** Says that there is nothing at an address, and leads back to where everything begins. */
@ParentLayout(MainLayout.class)
public class NotFoundView extends Div implements HasErrorParameter<NotFoundException>, HasDynamicTitle {

    private final Texts texts;

    public NotFoundView(Texts texts) {
        this.texts = texts;
        Anchor home = new Anchor("", texts.get("not-found.home"));
        home.addClassName("button-link");
        Main main = new Main(new H1(texts.get("not-found.title")), new Paragraph(texts.get("not-found.text")), home);
        main.setId(MainLayout.MAIN_ID);
        main.addClassNames("page", "empty-state", "not-found");
        add(new PageHeader(texts), main);
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        return HttpServletResponse.SC_NOT_FOUND;
    }

    @Override
    public String getPageTitle() {
        return texts.get("page.title", texts.get("not-found.title"));
    }
}
