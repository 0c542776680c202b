package io.graphtracker.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.graphtracker.testing.HttpCalls;
import io.graphtracker.testing.RunningServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SlowClientsTest extends RunningServer {

    /** More than the threads that Tomcat has by itself. */
    private static final int CLIENTS = 220;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Each is waited for up to a minute for the next byte. */
    @Test
    void clientsThatNeverEndWhatTheySendDoNotKeepOthersWaiting() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < CLIENTS; i++) {
                slow.add(begin());
            }
            CompletableFuture<Integer> page = CompletableFuture.supplyAsync(this::openPage);

            assertThatCode(() -> assertThat(page.get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                            .isEqualTo(200))
                    .doesNotThrowAnyException();
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    private int openPage() {
        try {
            return HttpCalls.call(port(), "GET", "/").status();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A form, since its parameters are asked for and lie in the body. */
    private Socket begin() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port());
        socket.getOutputStream()
                .write(("POST /?v-r=uidl HTTP/1.1\r\nHost: localhost\r\nContent-Type:"
                                + " application/x-www-form-urlencoded\r\n"
                                + "Content-Length: 1000\r\n\r\na")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
