package io.graphtracker.web;

import io.graphtracker.texts.Texts;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * The page for a refused or failed request. It loads nothing else from the server, which might refuse that for the same
 * reason; so it contains its style sheet, in the colours and measures of the application.
 */
@Component
class FailurePage {

    private static final String STYLE = """
            html { color-scheme: light dark; font-family: system-ui, sans-serif; line-height: 1.5; \
            color: light-dark(#1f2733, #eef1f5); background: light-dark(#f7f8fa, #15181d); }
            body { margin: 0; padding: clamp(0.75rem, 3vw, 1.5rem); }
            main { max-width: 40rem; margin: 12vh auto 0; }
            .brand { font-weight: 600; margin: 0; }
            h1 { font-size: 1.5rem; line-height: 1.25; margin: 0.75rem 0; overflow-wrap: anywhere; }
            p { overflow-wrap: anywhere; }
            a { color: light-dark(#0b57d0, #8ab4ff); }
            """;

    /** Allows nothing but the style sheet in the page. */
    static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'sha256-" + sha256(STYLE)
            + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Texts texts;

    FailurePage(Texts texts) {
        this.texts = texts;
    }

    String html(Failure failure) {
        return String.format(
                Locale.ROOT,
                """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%1$s</title>
                <style>%2$s</style>
                </head>
                <body>
                <main>
                <p class="brand">%3$s</p>
                <h1>%4$s</h1>
                <p>%5$s</p>
                %6$s</main>
                </body>
                </html>
                """,
                escaped(texts.get("page.title", texts.get("error.title"))),
                STYLE,
                escaped(texts.get("application.name")),
                escaped(failure.message()),
                escaped(failure.hint()),
                failure.leavesTheFirstPage() ? link() : "");
    }

    private String link() {
        return "<p><a href=\"/\">" + escaped(texts.get("not-found.home")) + "</a></p>\n";
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
    }

    private static String sha256(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
