package io.graphtracker.web;

import org.springframework.http.HttpStatusCode;

/**
 * Why a request is not answered as it was meant.
 *
 * @param code for programs, for example {@code host_not_allowed}
 * @param message for people: what is wrong
 * @param hint for people: what to do about it; may be empty
 */
record Failure(HttpStatusCode status, String code, String message, String hint) {

    static final String HOST_NOT_ALLOWED = "host_not_allowed";

    /** Whether a link to the first page, which is on the same host, leads to anything but the same failure. */
    boolean leavesTheFirstPage() {
        return !code.equals(HOST_NOT_ALLOWED);
    }
}
