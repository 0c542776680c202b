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
 * Refuses what a foreign page makes a browser send, before anything else looks at it. Without sign-in, being local is all that
 * protects the data:
 *
 * <ul>
 *   <li>Any request whose {@linkplain RequestedHost host}, forwarded or not, is foreign, since after DNS rebinding a foreign page is
 *       "same origin" with us.
 *   <li>Any request of {@linkplain CrossSiteRequests another site}, but for a link that somebody follows to a page.
 *   <li>Any address that names a session, and any that cannot be read.
 * </ul>
 */
@Component
@Order(RequestGuard.ORDER)
class RequestGuard extends OncePerRequestFilter {

    static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 1;

    private final AllowedHosts hosts;
    private final Failures failures;
    private final FailureAnswers answers;
    private final RefusalLog log;
    private final Texts texts;

    RequestGuard(AllowedHosts hosts, Failures failures, FailureAnswers answers, RefusalLog log, Texts texts) {
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
            if (FailureAnswers.isForApi(request)) {
                response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            }
            chain.doFilter(request, response);
            return;
        }
        log.tell(
                failure,
                foreign.orElse(host).presentableName().orElse(texts.get("request.no-host")),
                request.getRemoteAddr());
        if (CrossSiteRequests.hostOfHiddenProxy(request).isPresent() && isFromOpenPage(request)) {
            answers.writeToOpenPage(response, failure);
        } else {
            answers.write(request, response, failure);
        }
    }

    /** Whether Flow's client sent it. */
    private static boolean isFromOpenPage(HttpServletRequest request) {
        return request.getMethod().equals("POST")
                && String.valueOf(request.getQueryString()).startsWith("v-r=uidl");
    }

    private @Nullable Failure failure(HttpServletRequest request, RequestedHost host) {
        if (CrossSiteRequests.isForeign(request, host) && !CrossSiteRequests.isHarmless(request)) {
            return forbidden("cross_site_request", "request.cross-site", hintForSite(request));
        }
        if (namesSession(request) || namesAnotherServer(request) || !MalformedQueries.isReadable(request)) {
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

    /** Without the browser's own word for it, another host is as likely that of a proxy that hides it. */
    private String hintForSite(HttpServletRequest request) {
        return CrossSiteRequests.hostOfHiddenProxy(request)
                .map(name -> texts.get("request.cross-site.proxy", name))
                .orElseGet(() -> texts.get("request.cross-site.hint"));
    }

    /** Sessions are told by a cookie alone; in an address they end up in histories, logs and messages. */
    private static boolean namesSession(HttpServletRequest request) {
        return request.getRequestURI().toLowerCase(Locale.ROOT).contains(";jsessionid");
    }

    /** What begins with two slashes is, as a link, the address of another server. */
    private static boolean namesAnotherServer(HttpServletRequest request) {
        return request.getRequestURI().startsWith("//");
    }
}
