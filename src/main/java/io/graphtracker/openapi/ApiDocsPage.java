package io.graphtracker.openapi;

import static org.springframework.web.util.HtmlUtils.htmlEscape;

import io.graphtracker.texts.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The page about the HTTP interface, made from the document. Without scripts it can be read; a module sends requests. */
@Component
class ApiDocsPage {

    static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Texts texts;

    ApiDocsPage(Texts texts) {
        this.texts = texts;
    }

    /** @param address of the document itself */
    String html(JsonNode document, String address) {
        String title = texts.get("api.docs.title");
        return String.format(
                Locale.ROOT,
                """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%1$s</title>
                <link rel="icon" href="/app/favicon.svg">
                <link rel="stylesheet" href="/app/css/api-docs.css">
                <script type="module" src="/app/api-docs.nocache.js"></script>
                </head>
                <body>
                <header><a href="/">%2$s</a> <a href="/help">%3$s</a></header>
                <main>
                <h1>%4$s</h1>
                <p>%5$s</p>
                <p>%6$s <a href="%7$s">%8$s</a></p>
                <p>%9$s</p>
                %10$s%11$s</main>
                </body>
                </html>
                """,
                htmlEscape(texts.get("page.title", title)),
                htmlEscape(texts.get("application.name")),
                htmlEscape(texts.get("help.title")),
                htmlEscape(title),
                htmlEscape(document.at("/info/description").asString()),
                htmlEscape(texts.get("api.docs.document")),
                htmlEscape(address),
                htmlEscape(address),
                htmlEscape(texts.get("api.docs.real")),
                operations(document),
                schemas(document));
    }

    /** In the order of their tags, and the operations of each by their paths. */
    private String operations(JsonNode document) {
        Map<String, List<ApiOperation>> byTag = new LinkedHashMap<>();
        ApiOperation.of(document)
                .forEach(operation -> byTag.computeIfAbsent(operation.tag(), tag -> new ArrayList<>())
                        .add(operation));
        return byTag.entrySet().stream()
                .map(tag -> "<section>\n<h2>" + htmlEscape(texts.get("api.tag." + tag.getKey())) + "</h2>\n"
                        + tag.getValue().stream().map(this::operation).collect(Collectors.joining()) + "</section>\n")
                .collect(Collectors.joining());
    }

    private String operation(ApiOperation operation) {
        String summary = operation.node().get("summary").asString();
        return String.format(
                Locale.ROOT,
                """
                <details id="%1$s">
                <summary><h3><span class="method">%2$s</span> <code>%3$s</code></h3><span>%4$s</span></summary>
                %5$s<table>
                <caption>%6$s</caption>
                <tr><th scope="col">%7$s</th><th scope="col">%8$s</th><th scope="col">%9$s</th></tr>
                %10$s</table>
                </details>
                """,
                htmlEscape(operation.id()),
                operation.method(),
                htmlEscape(operation.path()).replace("/", "/<wbr>"),
                htmlEscape(summary),
                form(operation, summary),
                htmlEscape(texts.get("api.docs.answers")),
                htmlEscape(texts.get("api.docs.status")),
                htmlEscape(texts.get("api.docs.meaning")),
                htmlEscape(texts.get("api.docs.content")),
                operation.responses().entrySet().stream()
                        .map(answer -> answer(answer.getKey(), answer.getValue()))
                        .collect(Collectors.joining()));
    }

    private static String answer(String status, JsonNode response) {
        String content = response.path("content").properties().stream()
                .map(type -> htmlEscape(type.getKey()) + " "
                        + ApiSchemas.link(type.getValue().get("schema")))
                .collect(Collectors.joining("<br>"));
        return "<tr><th scope=\"row\">" + htmlEscape(status) + "</th><td>"
                + htmlEscape(response.get("description").asString()) + "</td><td>" + content + "</td></tr>\n";
    }

    private String form(ApiOperation operation, String summary) {
        String fields = operation.parameters().stream()
                .map(parameter -> field(operation, parameter))
                .collect(Collectors.joining());
        return String.format(
                Locale.ROOT,
                """
                <form data-method="%1$s" data-path="%2$s"%3$s>
                %4$s%5$s<button type="submit" aria-label="%6$s">%7$s</button>
                <div class="answer" data-sending="%8$s" data-failed="%9$s" data-answer="%10$s"><p role="status"></p></div>
                </form>
                """,
                operation.method(),
                htmlEscape(operation.path()),
                operation.isDownload() ? " data-download" : "",
                fields,
                body(operation),
                htmlEscape(texts.get("api.docs.send.name", summary)),
                htmlEscape(texts.get("api.docs.send")),
                htmlEscape(texts.get("api.docs.sending")),
                htmlEscape(texts.get("api.docs.failed")),
                htmlEscape(texts.get("api.docs.answer")));
    }

    private static String field(ApiOperation operation, JsonNode parameter) {
        String name = parameter.get("name").asString();
        String id = operation.id() + "-" + name;
        JsonNode schema = parameter.get("schema");
        return String.format(
                Locale.ROOT,
                """
                <p class="field"><label for="%1$s"><code>%2$s</code></label>
                <input id="%1$s" name="%2$s" data-in="%3$s" type="%4$s" value="%5$s" aria-describedby="%1$s-about"%6$s>
                <small id="%1$s-about">%7$s</small></p>
                """,
                htmlEscape(id),
                htmlEscape(name),
                htmlEscape(parameter.get("in").asString()),
                schema.path("type").asString().equals("integer") ? "number" : "text",
                htmlEscape(schema.path("default").asString("")),
                parameter.path("required").asBoolean() ? " required" : "",
                htmlEscape(parameter.get("description").asString()));
    }

    private String body(ApiOperation operation) {
        JsonNode content = operation.node().at("/requestBody/content");
        if (content.isMissingNode()) {
            return "";
        }
        String id = htmlEscape(operation.id() + "-body");
        String file = htmlEscape(texts.get("api.docs.file"));
        String text = htmlEscape(texts.get("api.docs.body"));
        JsonNode json = content.path("application/json").path("schema");
        return json.isMissingNode()
                ? String.format(Locale.ROOT, """
                <p class="field"><label for="%1$s">%2$s</label> <input id="%1$s" type="file" data-body required></p>
                """, id, file)
                : String.format(Locale.ROOT, """
                <p class="field"><label for="%1$s">%2$s</label>
                <textarea id="%1$s" data-body="application/json" spellcheck="false" required>%3$s</textarea></p>
                """, id, text, htmlEscape(operation.example(json)));
    }

    private String schemas(JsonNode document) {
        return "<section>\n<h2>" + htmlEscape(texts.get("api.docs.schemas")) + "</h2>\n"
                + document.at("/components/schemas").properties().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(schema -> ApiSchemas.table(schema.getKey(), schema.getValue(), texts))
                        .collect(Collectors.joining())
                + "</section>\n";
    }
}
