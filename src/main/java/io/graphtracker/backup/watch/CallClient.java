package io.graphtracker.backup.watch;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Calls an address with {@code GET}, as Healthchecks and Uptime Kuma take it. Redirects are not followed, since they
 * could lead to another scheme or host; of the answer, only the status is read.
 */
@Component
class CallClient {

    private static final Logger log = LoggerFactory.getLogger(CallClient.class);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final int FIRST_REDIRECT = 300;
    private static final int FIRST_ERROR = 400;

    private final Clock clock;
    private final Duration patience;

    @Autowired
    CallClient(Clock clock) {
        this(clock, PATIENCE);
    }

    /** @param patience how long to wait for the connection, and for the answer */
    CallClient(Clock clock, Duration patience) {
        this.clock = clock;
        this.patience = patience;
    }

    /** Calls it; never fails. */
    CallResult call(CallAddress address) {
        try (HttpClient client = HttpClient.newBuilder()
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build()) {
            HttpResponse<InputStream> answer = client.send(
                    HttpRequest.newBuilder(address.uri())
                            .timeout(patience)
                            .header("User-Agent", "Graph Tracker")
                            .GET()
                            .build(),
                    // returns after the headers: a body may never end
                    HttpResponse.BodyHandlers.ofInputStream());
            answer.body().close();
            client.shutdownNow();
            return answered(answer.statusCode());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(CallProblem.OTHER);
        } catch (IOException | RuntimeException e) {
            CallProblem problem = problem(e);
            // not the exception itself: its message may contain the address
            log.warn(
                    "{} could not be called: {} ({})",
                    address,
                    problem,
                    e.getClass().getName());
            return failed(problem);
        }
    }

    private CallResult answered(int status) {
        CallProblem problem =
                status < FIRST_REDIRECT ? null : status < FIRST_ERROR ? CallProblem.REDIRECT : CallProblem.STATUS;
        return new CallResult(Instant.now(clock), problem, status);
    }

    private CallResult failed(CallProblem problem) {
        return new CallResult(Instant.now(clock), problem, 0);
    }

    private static CallProblem problem(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException) {
                return CallProblem.UNKNOWN_HOST;
            }
            if (cause instanceof SSLException) {
                return CallProblem.TLS;
            }
        }
        return switch (error) {
            case HttpConnectTimeoutException e -> CallProblem.NOT_REACHABLE;
            case HttpTimeoutException e -> CallProblem.TIMEOUT;
            case ConnectException e -> CallProblem.NOT_REACHABLE;
            default -> CallProblem.OTHER;
        };
    }
}
