package io.graphtracker.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import io.graphtracker.texts.Texts;
import jakarta.servlet.http.HttpServletResponse;

/** Says that a page could not be shown. Flow's own page would tell the exception's text, which is for the log alone. */
@ParentLayout(MainLayout.class)
public class UnexpectedErrorView extends ErrorPage implements HasErrorParameter<Exception>, HasDynamicTitle {

    private final transient ErrorLog errors;
    private final Texts texts;

    UnexpectedErrorView(ErrorLog errors, PageHeader header, Texts texts) {
        super(header, texts);
        this.errors = errors;
        this.texts = texts;
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        Exception error = parameter.getCaughtException();
        if (DatabaseClosed.isCauseOf(error)) {
            say(texts.get("error.database-closed.page"), texts.get("error.database-closed.page.hint"));
            return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        }
        String id = errors.log(error);
        say(texts.get("error.unexpected", id), texts.get("error.unexpected.hint", id));
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }

    @Override
    public String getPageTitle() {
        return texts.get("page.title", texts.get("error.title"));
    }
}
