package io.graphtracker.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.apache.tomcat.util.http.InvalidParameterException;

/** Finds queries that nobody can read, before somebody tries and fails with a stack trace. */
final class MalformedQueries {

    private MalformedQueries() {}

    /** Looks at requests without a body only: to ask another for its parameters can mean to read all of it. */
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

    /** Flow's request for a new page has the page's own query in a parameter, and decodes it once more. */
    private static boolean isEncoded(String query) {
        try {
            URLDecoder.decode(query, StandardCharsets.UTF_8);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
