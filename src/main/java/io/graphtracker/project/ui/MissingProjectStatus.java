package io.graphtracker.project.ui;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import io.graphtracker.project.ProjectIds;
import io.graphtracker.project.ProjectService;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Answers 404 for the address of a project that does not exist; see {@code NotFoundStatus} of the shell for why. */
@Component
class MissingProjectStatus implements VaadinServiceInitListener {

    private static final String PREFIX = "/projects/";

    private final ProjectService projects;

    MissingProjectStatus(ProjectService projects) {
        this.projects = projects;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(response -> {
            String path = response.getVaadinRequest().getPathInfo();
            if (path != null && path.startsWith(PREFIX) && !exists(path.substring(PREFIX.length()))) {
                response.getVaadinResponse().setStatus(HttpServletResponse.SC_NOT_FOUND);
            }
        });
    }

    private boolean exists(String id) {
        try {
            return ProjectIds.parse(id).flatMap(projects::find).isPresent();
        } catch (TransactionException e) {
            // the database is closed for a moment; the page itself will say so
            return true;
        }
    }
}
