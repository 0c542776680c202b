package io.graphtracker.openapi;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An operation in the document.
 *
 * @param document the whole document
 * @param method in capitals
 * @param node what the document says of it
 */
record ApiOperation(JsonNode document, String path, String method, JsonNode node) {

    /** All operations, by tag, path and method. */
    static List<ApiOperation> of(JsonNode document) {
        return document.get("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .map(method -> new ApiOperation(
                                document, path.getKey(), method.getKey().toUpperCase(Locale.ROOT), method.getValue())))
                .sorted(Comparator.comparing(ApiOperation::tag)
                        .thenComparing(ApiOperation::path)
                        .thenComparing(ApiOperation::method))
                .toList();
    }

    String id() {
        return node.get("operationId").asString();
    }

    String tag() {
        return node.at("/tags/0").asString();
    }

    List<JsonNode> parameters() {
        return node.path("parameters").valueStream().toList();
    }

    /** The responses by their status. */
    Map<String, JsonNode> responses() {
        Map<String, JsonNode> sorted = new TreeMap<>();
        node.get("responses").properties().forEach(response -> sorted.put(response.getKey(), response.getValue()));
        return sorted;
    }

    /** Whether it answers with a file, which the browser downloads. */
    boolean isDownload() {
        return method.equals("GET")
                && node.at("/responses/200/content").propertyNames().stream().noneMatch(type -> type.endsWith("json"));
    }

    /** A body to begin with: true, or an empty text. */
    String example(JsonNode schema) {
        ObjectNode example = JsonNodeFactory.instance.objectNode();
        ApiSchemas.resolved(document, schema).path("properties").properties().forEach(property -> {
            if (property.getValue().path("type").asString().equals("boolean")) {
                example.put(property.getKey(), true);
            } else {
                example.put(property.getKey(), "");
            }
        });
        return JsonMapper.shared().writeValueAsString(example);
    }
}
