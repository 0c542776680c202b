package io.graphtracker.backup.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.graphtracker.testing.CapturedLog;
import io.graphtracker.testing.SettableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calling an address, whatever is there. */
@Timeout(60)
class CallClientTest {

    private static final String SECRET = "5f6c8a2e-secret";

    private CallClient client = new CallClient(new SettableClock(), Duration.ofMinutes(1));
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> requests = new ArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    private CallResult call(Answer answer) {
        server.createContext("/", exchange -> {
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            answer.to(exchange);
            exchange.close();
        });
        return call("http://127.0.0.1:" + server.getAddress().getPort() + "/" + SECRET + "?a=b");
    }

    private CallResult call(String address) {
        try (CapturedLog log = new CapturedLog("io.graphtracker")) {
            CallResult result = client.call(CallAddress.of(address).orElseThrow());
            assertThat(log.text()).doesNotContain(SECRET);
            return result;
        }
    }

    @Test
    void anAnswerIsASuccess() {
        CallResult result = call(exchange -> exchange.sendResponseHeaders(200, -1));

        assertThat(result.succeeded()).isTrue();
        assertThat(requests).containsExactly("GET /" + SECRET + "?a=b");
    }

    @ParameterizedTest
    @CsvSource({"301, REDIRECT", "302, REDIRECT", "307, REDIRECT", "404, STATUS", "410, STATUS", "500, STATUS"})
    void anyOtherStatusIsAFailure(int status, CallProblem problem) {
        CallResult result = call(exchange -> {
            exchange.getResponseHeaders().add("Location", "http://127.0.0.1:1/elsewhere");
            exchange.sendResponseHeaders(status, -1);
        });

        assertThat(result.problem()).isEqualTo(problem);
        assertThat(result.status()).isEqualTo(status);
        assertThat(requests).hasSize(1);
    }

    @Test
    void noAnswerIsGivenUp() {
        client = new CallClient(new SettableClock(), Duration.ofMillis(500));

        assertThat(call(exchange -> awaitEnd()).problem()).isEqualTo(CallProblem.TIMEOUT);
    }

    private void awaitEnd() {
        try {
            assertThat(end.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Nothing of it is read. */
    @Test
    void anAnswerThatNeverEndsIsOne() {
        CallResult result = call(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(new byte[100_000]);
            exchange.getResponseBody().flush();
            awaitEnd();
        });

        assertThat(result.succeeded()).isTrue();
    }

    @Test
    void whereNobodyListensItFails() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }

        assertThat(call("http://127.0.0.1:" + port + "/" + SECRET).problem()).isEqualTo(CallProblem.NOT_REACHABLE);
    }

    @Test
    void whoSpeaksNoTlsFails() throws IOException {
        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            threads.execute(() -> {
                try (Socket connection = plain.accept()) {
                    // a connection that is closed with unread bytes is reset
                    connection.getInputStream().read(new byte[16_384]);
                    connection
                            .getOutputStream()
                            .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });

            assertThat(call("https://127.0.0.1:" + plain.getLocalPort() + "/" + SECRET)
                            .problem())
                    .isEqualTo(CallProblem.TLS);
        }
    }

    @Test
    void anUnknownNameFails() {
        assertThat(call("http://nowhere.invalid/" + SECRET).problem()).isEqualTo(CallProblem.UNKNOWN_HOST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "hc-ping.com/x",
                "ftp://example.org/x",
                "file:///etc/passwd",
                "jar:http://example.org/x!/y",
                "javascript:alert(1)",
                "http:///x",
                "http:x",
                "https://user:password@example.org/x",
                "https://example.org/x#part",
                "http://exa mple.org/",
                "http://example.org:0/",
                "http://[::1/",
                "https://example.org/\r\nHost: evil.example"
            })
    void whatIsNoAddressOfAWebServerIsRefused(String text) {
        assertThat(CallAddress.of(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://hc-ping.com/5f6c8a2e, https://hc-ping.com/…",
        "http://192.168.1.5:3001/api/push/abc?status=up, http://192.168.1.5:3001/…",
        "HTTPS://Example.org, HTTPS://Example.org/…"
    })
    void onlyThePartThatIsNoSecretIsShown(String text, String shown) {
        CallAddress address = CallAddress.of(text).orElseThrow();

        assertThat(address.shown()).isEqualTo(shown);
        assertThat(address).hasToString(shown);
        assertThat(new WatchSettings(7, text).toString()).doesNotContain("5f6c", "abc");
    }
}
