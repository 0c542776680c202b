package io.graphtracker.shell;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import io.graphtracker.web.SecurityHeaders;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.stereotype.Component;

/** Sets the content security policy of each page: only scripts with its nonce may run. */
@Component
class ContentSecurityPolicy implements VaadinServiceInitListener {

    private static final int NONCE_BYTES = 16;

    private final SecureRandom random = new SecureRandom();

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this::apply);
    }

    private void apply(IndexHtmlResponse page) {
        String nonce = nonce();
        page.getDocument().select("script").attr("nonce", nonce);
        VaadinResponse response = page.getVaadinResponse();
        response.setHeader(SecurityHeaders.CONTENT_SECURITY_POLICY, SecurityHeaders.policyForPage(nonce));
        // Flow would allow frames of the same origin
        response.setHeader("X-Frame-Options", "DENY");
        // a page contains its nonce and refers to files of this version
        response.setHeader("Cache-Control", "no-store");
    }

    private String nonce() {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }
}
