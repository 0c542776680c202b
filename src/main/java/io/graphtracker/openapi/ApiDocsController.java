package io.graphtracker.openapi;

import io.graphtracker.web.SecurityHeaders;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * The page that explains the HTTP interface and on which each operation can be tried. It shows what the document says.
 *
 * @see "docs/decisions/2026-12-01-a-page-of-our-own-for-the-http-interface.md"
 */
@RestController
@Hidden
class ApiDocsController {

    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

    private final OpenApiWebMvcResource document;
    private final String address;
    private final ApiDocsPage page;
    private final JsonMapper json;

    ApiDocsController(
            OpenApiWebMvcResource document,
            @Value("${springdoc.api-docs.path}") String address,
            ApiDocsPage page,
            JsonMapper json) {
        this.document = document;
        this.address = address;
        this.page = page;
        this.json = json;
    }

    @GetMapping({"/api/docs", "/api/docs/"})
    ResponseEntity<String> show(HttpServletRequest request) throws Exception {
        return ResponseEntity.ok()
                .contentType(HTML)
                .header(SecurityHeaders.CONTENT_SECURITY_POLICY, ApiDocsPage.CONTENT_SECURITY_POLICY)
                .body(page.html(json.readTree(document.openapiJson(request, address, Locale.ENGLISH)), address));
    }
}
