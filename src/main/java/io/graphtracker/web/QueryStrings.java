package io.graphtracker.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.apache.tomcat.util.http.InvalidParameterException;

/** Detects query strings that cannot be decoded, before other code fails on them with a stack trace. */
final class QueryStrings {

    private QueryStrings() {}

    /** Checks requests without a body only: reading the parameters of another could consume its body. */
    static boolean isReadable(HttpServletRequest request) {
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            return true;
        }
        try {
            String query = request.getParameter("query");
            return query == null || isEncoded(query);
        } catch (InvalidParameterException e) {
            return false;
        }
    }

    /** Flow's request for a new page contains the page's query in a parameter, which Flow decodes again. */
    private static boolean isEncoded(String query) {
        try {
            URLDecoder.decode(query, StandardCharsets.UTF_8);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
