package io.graphtracker.web;

import org.springframework.http.HttpStatusCode;

/**
 * Why a request was refused or failed.
 *
 * @param code the code for programs, for example {@code host_not_allowed}
 * @param message what is wrong, for users
 * @param hint what can be done, for users; may be empty
 */
record Failure(HttpStatusCode status, String code, String message, String hint) {

    static final String HOST_NOT_ALLOWED = "host_not_allowed";

    /** Whether a link to the first page, on the same host, would not lead to the same failure. */
    boolean leavesTheFirstPage() {
        return !code.equals(HOST_NOT_ALLOWED);
    }
}
