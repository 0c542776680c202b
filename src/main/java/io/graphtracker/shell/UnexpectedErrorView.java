package io.graphtracker.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import io.graphtracker.database.DatabaseFault;
import io.graphtracker.texts.Texts;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/**
 * The page for unexpected errors. Flow's own error page would show the exception's message, which belongs in the log.
 */
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
        Optional<DatabaseFault> fault = DatabaseFault.of(error);
        if (fault.isPresent()) {
            errors.log(fault.get(), error);
            String key = "error.database." + fault.get().slug();
            say(texts.get(key), texts.get(key + ".page"));
            return fault.get().isTransient()
                    ? HttpServletResponse.SC_SERVICE_UNAVAILABLE
                    : HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
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
