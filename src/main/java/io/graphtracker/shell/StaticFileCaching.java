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
 * Sets how long browsers may cache a static file: forever if its address changes with its content, otherwise not
 * without revalidation. By default, Flow allows an hour for most files, so that after an update a page would use
 * style sheets of the former version, and no more than an hour for files with a hash in their names.
 */
@Component
class StaticFileCaching implements StaticFileHandlerFactory {

    private static final String FOREVER = "public, max-age=31536000, immutable";
    private static final String REVALIDATE = "no-cache";

    /** The folder of Vite's build; each name in it contains a hash of the content. */
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
                    || (request != null && request.getParameter(ApplicationConstants.CONTENT_HASH_PARAMETER) != null);
            response.setHeader(HttpHeaders.CACHE_CONTROL, hashed ? FOREVER : REVALIDATE);
        }
    }
}
