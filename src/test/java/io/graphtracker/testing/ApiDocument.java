package io.graphtracker.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.graphtracker.testing.HttpCalls.Answer;
import java.io.IOException;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The description of the HTTP interface, as it is served. Every answer that a test gets from {@code /api/} has to be one
 * that it describes: status, type and members, no more and no fewer.
 */
final class ApiDocument {

    static final String PATH = "/api/v1/openapi";

    /** What Tomcat or the edge answers before the path counts. */
    private static final Set<Integer> ANYWHERE = Set.of(405, 414, 431, 503);

    /** Tomcat understands no other, nor longer ones, and answers them without knowing what they are for. */
    private static final Pattern UNDERSTOOD = Pattern.compile("[\\w/.~%!$&'()*+,;=:@-]{1,7500}");

    private static final String PROBLEM = "application/problem+json";

    /** All servers of a test run serve the same. */
    private static final AtomicReference<ApiDocument> SERVED = new AtomicReference<>();

    private final JsonNode document;

    private ApiDocument(JsonNode document) {
        this.document = document;
    }

    /** Checks an answer of the API; those of other paths are not described. */
    static void check(int port, String method, String path, Answer answer) throws IOException {
        String plain = path.replaceFirst("[?#].*", "");
        if (UNDERSTOOD.matcher(plain).matches()
                && plain.startsWith("/api/")
                && !plain.startsWith(PATH)
                && !plain.startsWith("/api/docs")) {
            served(port).check(method, plain, answer);
        }
    }

    private static ApiDocument served(int port) throws IOException {
        if (SERVED.get() == null) {
            Answer answer = HttpCalls.call(port, "GET", PATH);
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            JsonNode document = answer.json();
            document.get("components").get("schemas").forEach(ApiDocument::close);
            SERVED.compareAndSet(null, new ApiDocument(document));
        }
        return SERVED.get();
    }

    /** An object has the members that are described, and no others; clients must still expect that more come. */
    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.has("properties") && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
    }

    private void check(String method, String path, Answer answer) {
        String what = method + " " + path + ": " + answer.status() + " " + answer.body();
        Optional<JsonNode> operation = operation(method, path);
        if (operation.isEmpty() || ANYWHERE.contains(answer.status())) {
            assertThat(answer.status()).as(what).isGreaterThanOrEqualTo(400);
            checkBody(what, PROBLEM, problemSchema(), answer, method);
            return;
        }
        JsonNode response = operation.get().get("responses").get(String.valueOf(answer.status()));
        assertThat(response).as("a description of " + what).isNotNull();
        response.path("headers")
                .propertyNames()
                .forEach(header -> assertThat(answer.headers()).as(what).containsKey(header.toLowerCase(Locale.ROOT)));
        JsonNode content = response.get("content");
        if (content == null) {
            assertThat(answer.body()).as(what).isEmpty();
            return;
        }
        String type = answer.headers().getOrDefault("content-type", "").replaceFirst(";.*", "");
        assertThat(content.propertyNames()).as(what).contains(type);
        checkBody(what, type, content.get(type).get("schema"), answer, method);
    }

    private void checkBody(String what, String type, JsonNode schema, Answer answer, String method) {
        assertThat(answer.headers().get("content-type")).as(what).startsWith(type);
        if (method.equals("HEAD") || !type.endsWith("json")) {
            return;
        }
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        whole.set("components", document.get("components"));
        whole.setAll((ObjectNode) schema);
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(whole)
                        .validate(answer.json()))
                .as(what)
                .isEmpty();
    }

    private JsonNode problemSchema() {
        return JsonNodeFactory.instance.objectNode().put("$ref", "#/components/schemas/Problem");
    }

    /** The operation of a path; one without variables comes first. */
    private Optional<JsonNode> operation(String method, String path) {
        return document.get("paths").properties().stream()
                .filter(entry ->
                        Pattern.matches("\\Q" + entry.getKey().replaceAll("\\{\\w+}", "\\\\E[^/]+\\\\Q") + "\\E", path))
                .sorted(Comparator.comparing(entry -> entry.getKey().contains("{")))
                .map(Map.Entry::getValue)
                .flatMap(item -> Optional.ofNullable(item.get(method.toLowerCase(Locale.ROOT))).stream())
                .findFirst();
    }
}
