package io.graphtracker.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import io.graphtracker.feedback.Feedback;
import io.graphtracker.feedback.Message;
import io.graphtracker.texts.Texts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Tells people about errors nobody foresaw: a sentence and an id on the page, the details in the log under the same id. Only of
 * a database that is closed for a moment there is more to say, and nothing to look up.
 */
@Component
class UnexpectedErrors implements VaadinServiceInitListener {

    private final ErrorLog errors;
    private final ObjectProvider<Feedback> feedback;
    private final Texts texts;

    UnexpectedErrors(ErrorLog errors, ObjectProvider<Feedback> feedback, Texts texts) {
        this.errors = errors;
        this.feedback = feedback;
        this.texts = texts;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(init -> init.getSession().setErrorHandler(this::handle));
    }

    private void handle(ErrorEvent event) {
        Message message = message(event.getThrowable());
        if (UI.getCurrent() != null) {
            feedback.getObject().show(message);
        }
    }

    private Message message(Throwable error) {
        if (DatabaseClosed.isCauseOf(error)) {
            return Message.warning(texts.get("error.database-closed"), texts.get("error.database-closed.hint"));
        }
        String id = errors.log(error);
        return Message.error(texts.get("error.unexpected", id), texts.get("error.unexpected.hint", id));
    }
}
