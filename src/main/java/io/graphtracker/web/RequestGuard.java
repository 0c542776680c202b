package io.graphtracker.web;

import io.graphtracker.texts.Texts;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses requests that foreign pages make a browser send, before any other filter sees them. Without sign-in,
 * nothing else protects the data. Refused are:
 *
 * <ul>
 *   <li>requests for a foreign {@linkplain RequestedHost host}, forwarded or not: after DNS rebinding, a foreign page
 *       has the same origin as ours;
 *   <li>requests from {@linkplain CrossSiteRequests other sites}, except for a link that is followed to a page;
 *   <li>addresses that contain a session id, and malformed ones.
 * </ul>
 *
 * @see "docs/decisions/2026-11-23-cross-site-rule.md"
 * @see "docs/decisions/2026-11-25-both-hosts.md"
 */
@Component
@Order(RequestGuard.ORDER)
class RequestGuard extends OncePerRequestFilter {

    static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 1;

    private final AllowedHosts hosts;
    private final Failures failures;
    private final FailureResponses answers;
    private final RefusalLog log;
    private final Texts texts;

    RequestGuard(AllowedHosts hosts, Failures failures, FailureResponses answers, RefusalLog log, Texts texts) {
        this.hosts = hosts;
        this.failures = failures;
        this.answers = answers;
        this.log = log;
        this.texts = texts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        RequestedHost host = RequestedHost.of(request);
        Optional<RequestedHost> foreign = Stream.of(host, RequestedHost.sent(request))
                .filter(Predicate.not(hosts::contains))
                .findFirst();
        Failure failure = foreign.map(name -> hostNotAllowed(request, name)).orElseGet(() -> failure(request, host));
        if (failure == null) {
            if (FailureResponses.isForApi(request)) {
                response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            }
            chain.doFilter(request, response);
            return;
        }
        log.refused(
                failure,
                foreign.orElse(host).presentableName().orElse(texts.get("request.no-host")),
                request.getRemoteAddr());
        if (CrossSiteRequests.hostOfHiddenProxy(request).isPresent() && isFromOpenPage(request)) {
            answers.writeToOpenPage(response, failure);
        } else {
            answers.write(request, response, failure);
        }
    }

    /** Whether a request was sent by Flow's client. */
    private static boolean isFromOpenPage(HttpServletRequest request) {
        return request.getMethod().equals("POST")
                && String.valueOf(request.getQueryString()).startsWith("v-r=uidl");
    }

    private @Nullable Failure failure(HttpServletRequest request, RequestedHost host) {
        if (CrossSiteRequests.isForeign(request, host) && !CrossSiteRequests.isHarmless(request)) {
            return forbidden("cross_site_request", "request.cross-site", hintForSite(request));
        }
        if (namesSession(request) || namesAnotherServer(request) || !QueryStrings.isReadable(request)) {
            return failures.badRequest();
        }
        return null;
    }

    private Failure hostNotAllowed(HttpServletRequest request, RequestedHost foreign) {
        return forbidden(Failure.HOST_NOT_ALLOWED, "request.host-not-allowed", hintForHost(request, foreign));
    }

    private Failure forbidden(String code, String textKey, String hint) {
        return new Failure(HttpStatus.FORBIDDEN, code, texts.get(textKey), hint);
    }

    private String hintForHost(HttpServletRequest request, RequestedHost foreign) {
        Optional<String> name = foreign.presentableName();
        if (RequestedHost.isFromTrustedProxy(request)
                && name.isPresent()
                && !foreign.equals(RequestedHost.of(request))) {
            return texts.get("request.host-not-allowed.replaced", request.getRemoteAddr(), name.get());
        }
        Optional<String> forwarded = new RequestedHost(request.getHeader(RequestedHost.FORWARDED)).presentableName();
        if (forwarded.isPresent() && !forwarded.equals(name)) {
            return texts.get("request.host-not-allowed.forwarded", request.getRemoteAddr(), forwarded.get());
        }
        return name.map(known -> texts.get("request.host-not-allowed.named", known))
                .orElseGet(() -> texts.get("request.host-not-allowed.hint"));
    }

    /**
     * Without {@code Sec-Fetch-Site}, a foreign origin may as well be the host of a proxy that replaces {@code Host}.
     */
    private String hintForSite(HttpServletRequest request) {
        return CrossSiteRequests.hostOfHiddenProxy(request)
                .map(name -> texts.get("request.cross-site.proxy", name))
                .orElseGet(() -> texts.get("request.cross-site.hint"));
    }

    /** Session ids belong in the cookie; in addresses they end up in histories, logs and messages. */
    private static boolean namesSession(HttpServletRequest request) {
        return request.getRequestURI().toLowerCase(Locale.ROOT).contains(";jsessionid");
    }

    /** A path that begins with two slashes is, as a link, the address of another server. */
    private static boolean namesAnotherServer(HttpServletRequest request) {
        return request.getRequestURI().startsWith("//");
    }
}
