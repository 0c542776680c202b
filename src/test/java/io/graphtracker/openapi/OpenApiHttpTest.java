package io.graphtracker.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.testing.HttpCalls;
import io.graphtracker.testing.HttpCalls.Answer;
import io.graphtracker.testing.RunningServer;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The description of the HTTP interface as it is served, and the page that shows it. */
class OpenApiHttpTest extends RunningServer {

    private static final String DOCUMENT = "/api/v1/openapi";
    private static final String PAGE = "/api/docs";

    @Test
    void theDocumentDescribesEveryOperation() throws IOException {
        Answer answer = HttpCalls.call(port(), "GET", DOCUMENT);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers())
                .containsEntry("content-type", "application/json")
                .containsEntry("cache-control", "no-store");
        JsonNode document = answer.json();
        assertThat(document.get("openapi").asString()).startsWith("3.1");
        assertThat(ApiOperation.of(document))
                .extracting(operation -> operation.method() + " " + operation.path())
                .containsExactlyInAnyOrder(
                        "GET /api/v1/settings/backup-db",
                        "POST /api/v1/settings/backup-db",
                        "DELETE /api/v1/settings/backup-db",
                        "GET /api/v1/backups",
                        "POST /api/v1/backups",
                        "GET /api/v1/backups/{name}",
                        "HEAD /api/v1/backups/{name}",
                        "DELETE /api/v1/backups/{name}",
                        "GET /api/v1/backups/{name}/manifest",
                        "PUT /api/v1/backups/{name}/protection",
                        "POST /api/v1/backups/{name}/verify",
                        "POST /api/v1/backups/{name}/restore",
                        "POST /api/v1/backups/undo",
                        "GET /api/v1/jobs/{id}");
    }

    @Test
    void eachOperationHasATextAndItsErrors() throws IOException {
        JsonNode document = HttpCalls.call(port(), "GET", DOCUMENT).json();

        assertThat(ApiOperation.of(document)).allSatisfy(operation -> {
            assertThat(operation.node().get("summary").asString()).isNotBlank();
            assertThat(operation.responses()).containsKeys("400", "403", "406", "500");
            assertThat(operation.parameters())
                    .allSatisfy(parameter ->
                            assertThat(parameter.get("description").asString()).isNotBlank());
        });
    }

    /** JSpecify says which members are always there, and which may be null. */
    @Test
    void schemasTellWhatMayBeMissingOrNull() throws IOException {
        JsonNode schemas = HttpCalls.call(port(), "GET", DOCUMENT).json().at("/components/schemas");

        assertThat(names(schemas.at("/Entry/required"))).contains("name", "proven_at", "protected");
        assertThat(names(schemas.at("/Entry/properties/proven_at/type"))).containsExactly("string", "null");
        assertThat(schemas.at("/Entry/properties/name/type").asString()).isEqualTo("string");
        assertThat(names(schemas.at("/BackupResponse/required")))
                .contains("path")
                .doesNotContain("restorable");
        assertThat(names(schemas.at("/Success/required"))).contains("path", "schema_version", "contents");
    }

    private static List<String> names(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    @Test
    void thePageShowsEachOperationAndLoadsNothingFromElsewhere() throws IOException {
        Answer page = HttpCalls.call(port(), "GET", PAGE, "Accept: text/html");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.headers().get("content-type")).isEqualToIgnoringCase("text/html;charset=utf-8");
        assertThat(page.headers().get("content-security-policy"))
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
                .doesNotContain("unsafe", "http");
        ApiOperation.of(HttpCalls.call(port(), "GET", DOCUMENT).json())
                .forEach(operation -> assertThat(page.body()).contains("<details id=\"" + operation.id() + "\">"));
        assertThat(page.body()).doesNotContain("http://", "https://", "style=\"");
        assertThat(HttpCalls.call(port(), "GET", PAGE + "/").status()).isEqualTo(200);
        for (String file : List.of("/app/api-docs.nocache.js", "/app/css/api-docs.css")) {
            assertThat(page.body()).contains(file);
            assertThat(HttpCalls.call(port(), "GET", file).status()).isEqualTo(200);
        }
    }

    /** Nothing else comes with the library. */
    @ParameterizedTest
    @ValueSource(
            strings = {"/v3/api-docs", "/swagger-ui.html", "/swagger-ui/index.html", "/webjars/swagger-ui/index.html"})
    void nothingIsServedWhereTheLibraryWould(String path) throws IOException {
        Answer answer = HttpCalls.call(port(), "GET", path);

        assertThat(answer.body()).doesNotContain("openapi", "swagger");
    }

    @ParameterizedTest
    @ValueSource(strings = {DOCUMENT, PAGE, DOCUMENT + ".yaml"})
    void theGuardOfHostsAndOriginsCoversThem(String path) throws IOException {
        Answer otherHost = HttpCalls.call(port(), "GET", path, "Host: evil.example");
        Answer otherSite = HttpCalls.call(port(), "GET", path, "Sec-Fetch-Site: cross-site");

        assertThat(otherHost.status()).isEqualTo(403);
        assertThat(otherHost.code()).isEqualTo("host_not_allowed");
        assertThat(otherSite.status()).isEqualTo(403);
        assertThat(otherSite.code()).isEqualTo("cross_site_request");
    }
}
