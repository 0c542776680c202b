package io.graphtracker.openapi;

import static org.springframework.web.util.HtmlUtils.htmlEscape;

import io.graphtracker.texts.Texts;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The schemas of the document, as tables that refer to each other. */
final class ApiSchemas {

    private static final String PREFIX = "#/components/schemas/";

    private ApiSchemas() {}

    static JsonNode resolved(JsonNode document, JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : document.at(reference.substring(1));
    }

    /** What a schema allows, with links to those that have a table. */
    static String link(JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        if (!reference.isEmpty()) {
            String name = htmlEscape(reference.substring(PREFIX.length()));
            return "<a href=\"#schema-" + name + "\">" + name + "</a>";
        }
        if (schema.has("items")) {
            return "array: " + link(schema.get("items"));
        }
        if (schema.path("additionalProperties").isObject()) {
            return "object: " + link(schema.get("additionalProperties"));
        }
        String choice = Stream.of("oneOf", "anyOf")
                .flatMap(kind -> schema.path(kind).valueStream())
                .map(ApiSchemas::link)
                .collect(Collectors.joining(" | "));
        return choice.isEmpty() ? type(schema) : choice;
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        String names = type.isArray()
                ? type.valueStream().map(JsonNode::asString).collect(Collectors.joining(" | "))
                : type.asString("");
        String values = schema.path("enum")
                .valueStream()
                .filter(value -> !value.isNull())
                .map(value -> "<code>" + htmlEscape(value.asString()) + "</code>")
                .collect(Collectors.joining(", "));
        String format = schema.path("format").asString("");
        return htmlEscape(format.isEmpty() ? names : names + " (" + format + ")")
                + (values.isEmpty() ? "" : ": " + values);
    }

    static String table(String name, JsonNode schema, Texts texts) {
        Set<String> required =
                schema.path("required").valueStream().map(JsonNode::asString).collect(Collectors.toSet());
        String members = schema.path("properties").properties().stream()
                .map(property -> "<tr><th scope=\"row\"><code>" + htmlEscape(property.getKey()) + "</code></th><td>"
                        + link(property.getValue()) + "</td><td>"
                        + htmlEscape(texts.get(
                                required.contains(property.getKey()) ? "api.docs.always" : "api.docs.sometimes"))
                        + "</td></tr>\n")
                .collect(Collectors.joining());
        String title = "<h3 id=\"schema-" + htmlEscape(name) + "\" tabindex=\"-1\">" + htmlEscape(name) + "</h3>\n";
        return members.isEmpty()
                ? title + "<p>" + link(schema) + "</p>\n"
                : title
                        + String.format(
                                Locale.ROOT,
                                """
                        <table>
                        <tr><th scope="col">%1$s</th><th scope="col">%2$s</th><th scope="col">%3$s</th></tr>
                        %4$s</table>
                        """,
                                htmlEscape(texts.get("api.docs.member")),
                                htmlEscape(texts.get("api.docs.type")),
                                htmlEscape(texts.get("api.docs.present")),
                                members);
    }
}
