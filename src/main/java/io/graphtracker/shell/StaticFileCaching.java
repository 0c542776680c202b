package io.graphtracker.shell;

import com.vaadin.flow.server.StaticFileHandler;
import com.vaadin.flow.server.StaticFileHandlerFactory;
import com.vaadin.flow.server.StaticFileServer;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.shared.ApplicationConstants;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Says how long browsers may keep a static file without asking: for good if its address changes with its content, else not at all.
 * Flow on its own says an hour for most, so that after an update a page runs with style sheets of the former version, and an hour even for
 * files whose name is their hash.
 */
@Component
class StaticFileCaching implements StaticFileHandlerFactory {

    private static final String FOR_GOOD = "public, max-age=31536000, immutable";
    private static final String ASK_FIRST = "no-cache";

    /** Vite puts a hash of the content into each name there. */
    private static final String BUILD = "/VAADIN/build/";

    @Override
    public StaticFileHandler createHandler(VaadinService service) {
        return new Server(service);
    }

    private static class Server extends StaticFileServer {

        Server(VaadinService service) {
            super(service);
        }

        @Override
        protected void writeCacheHeaders(
                String path, @Nullable HttpServletRequest request, HttpServletResponse response) {
            boolean hashed = path.startsWith(BUILD)
                    || request != null && request.getParameter(ApplicationConstants.CONTENT_HASH_PARAMETER) != null;
            response.setHeader(HttpHeaders.CACHE_CONTROL, hashed ? FOR_GOOD : ASK_FIRST);
        }
    }
}
