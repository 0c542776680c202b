package io.graphtracker.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import io.graphtracker.database.AfterCommitException;
import io.graphtracker.database.DatabaseFault;
import io.graphtracker.feedback.Feedback;
import io.graphtracker.feedback.Message;
import io.graphtracker.texts.Texts;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Shows unexpected errors on the page: a sentence and an id, with which the details are found in the log. For faults
 * of the database it shows what is wrong and what can be done.
 */
@Component
class SessionErrorHandler implements VaadinServiceInitListener {

    private final ErrorLog errors;
    private final ObjectProvider<Feedback> feedback;
    private final Texts texts;

    SessionErrorHandler(ErrorLog errors, ObjectProvider<Feedback> feedback, Texts texts) {
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
        Optional<DatabaseFault> fault = DatabaseFault.of(error);
        fault.ifPresent(known -> errors.log(known, error));
        if (isAfterStoring(error)) {
            return afterStoring(error, fault);
        }
        return fault.map(this::message).orElseGet(() -> {
            String id = errors.log(error);
            return Message.error(texts.get("error.unexpected", id), texts.get("error.unexpected.hint", id));
        });
    }

    private Message message(DatabaseFault fault) {
        String key = "error.database." + fault.slug();
        String text = texts.get(key);
        String hint = texts.get(key + ".hint");
        return fault.isTransient() ? Message.warning(text, hint) : Message.error(text, hint);
    }

    private static boolean isAfterStoring(Throwable error) {
        return Stream.iterate(error, cause -> cause != null, Throwable::getCause)
                .anyMatch(AfterCommitException.class::isInstance);
    }

    private Message afterStoring(Throwable error, Optional<DatabaseFault> fault) {
        String hint = fault.map(
                        known -> texts.get("error.database." + known.slug()) + " " + texts.get("error.stored.hint"))
                .orElseGet(() -> texts.get("error.stored.unexpected", errors.log(error)));
        return Message.warning(texts.get("error.stored"), hint);
    }
}
