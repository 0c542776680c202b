package io.graphtracker.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import io.graphtracker.texts.Texts;
import jakarta.servlet.http.HttpServletResponse;

/** The page for addresses without a view. */
@ParentLayout(MainLayout.class)
public final class NotFoundView extends ErrorPage implements HasErrorParameter<NotFoundException>, HasDynamicTitle {

    private final Texts texts;

    public NotFoundView(PageHeader header, Texts texts) {
        super(header, texts);
        this.texts = texts;
        say(texts.get("not-found.title"), texts.get("not-found.text"));
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
