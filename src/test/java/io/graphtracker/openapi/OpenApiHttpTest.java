package io.graphtracker.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.testing.HttpCalls;
import io.graphtracker.testing.HttpCalls.Answer;
import io.graphtracker.testing.RunningServer;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The description of the HTTP interface, as it is served. */
class OpenApiHttpTest extends RunningServer {

    @Test
    void describesEveryOperation() throws IOException {
        Answer answer = HttpCalls.call(port(), "GET", "/api/v1/openapi");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers()).containsEntry("content-type", "application/json");
        JsonNode document = answer.json();
        java.nio.file.Files.writeString(java.nio.file.Path.of("/tmp/rest/openapi.json"), document.toPrettyString());
        assertThat(document.get("openapi").asString()).startsWith("3.1");
    }
}
