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

/** Tells people about errors nobody foresaw: a sentence and an id on the page, the details in the log under the same id. */
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
        String id = errors.log(event.getThrowable());
        if (UI.getCurrent() != null) {
            feedback.getObject()
                    .show(Message.error(texts.get("error.unexpected", id), texts.get("error.unexpected.hint", id)));
        }
    }
}
