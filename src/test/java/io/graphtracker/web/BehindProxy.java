package io.graphtracker.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.testing.OwnServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the examples of docs/behind-a-proxy.md, with TLS, and sends through them what browsers and scripts send. */
abstract class BehindProxy {

    static final String HOST = "plans.example.org";
    static final String PASSWORD = "correct horse";
    private static final Duration START = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private OwnServer server;
    private Process proxy;
    private int port;

    abstract Process start(int port, int backend) throws Exception;

    @BeforeEach
    void startBoth() throws Exception {
        Path home = Files.createDirectory(folder.resolve("home"));
        Files.writeString(home.resolve(".env"), "BACKUPS_DIR=backups\n" + example("ini"));
        server = OwnServer.start(home);
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        proxy = start(port, server.port());
        awaitProxy();
    }

    @AfterEach
    void stopBoth() throws Exception {
        if (proxy != null) {
            proxy.destroy();
            assertThat(proxy.waitFor(START.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }
        if (server != null) {
            server.close();
        }
    }

    @Test
    void whatBrowsersAndScriptsSendGetsThroughAndNothingElse() throws Exception {
        String page = curl("-i", url("/"), "-H", "Sec-Fetch-Site: none");
        assertThat(page).contains(" 200", "frame-ancestors 'none'");
        assertThat(page)
                .containsIgnoringCase("set-cookie: graph-tracker-")
                .contains("; Secure; HttpOnly; SameSite=Lax");

        assertThat(curl("-X", "POST", url("/api/v1/settings/backup-db"), "-H", "Origin: https://" + HOST + ":" + port))
                .contains("\"ok\":true");
        assertThat(curl("-X", "POST", url("/api/v1/settings/backup-db"), "-H", "Origin: https://evil.example"))
                .contains("cross_site_request");
        assertThat(curl("-X", "POST", url("/api/v1/settings/backup-db"), "-H", "Sec-Fetch-Site: cross-site"))
                .contains("cross_site_request");

        assertThat(statusOf(url("/"), "-u", "somebody:wrong")).isEqualTo("401");
        assertThat(webSocket("https://" + HOST + ":" + port)).isEqualTo("101");
        assertThat(webSocket("https://evil.example")).isEqualTo("403");

        Path large = folder.resolve("large");
        Files.write(large, new byte[12_000_000]);
        // it is refused by Graph Tracker, which takes no forms, and not by the proxy, for its size
        assertThat(curl("-X", "POST", "--data-binary", "@" + large, url("/api/v1/backups")))
                .contains("unsupported_media_type");
    }

    private String webSocket(String origin) throws Exception {
        return statusOf(
                url("/VAADIN/push?v-r=push&v-uiId=0"),
                "--http1.1",
                "-H",
                "Connection: Upgrade",
                "-H",
                "Upgrade: websocket",
                "-H",
                "Sec-WebSocket-Version: 13",
                "-H",
                "Sec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg==",
                "-H",
                "Origin: " + origin,
                "--max-time",
                "2");
    }

    private String statusOf(String... arguments) throws Exception {
        List<String> all =
                new ArrayList<>(List.of("-o", folder.resolve("answer").toString(), "-w", "%{http_code}"));
        all.addAll(List.of(arguments));
        return curl(all.toArray(String[]::new));
    }

    private String url(String path) {
        return "https://" + HOST + ":" + port + path;
    }

    private String curl(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                "curl",
                "-sk",
                "--noproxy",
                "*",
                "--resolve",
                HOST + ":" + port + ":127.0.0.1",
                "-u",
                "somebody:" + PASSWORD));
        command.addAll(List.of(arguments));
        Process curl = new ProcessBuilder(command).start();
        String answer = new String(curl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(curl.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return answer;
    }

    /** A block of the guide. */
    static String example(String language) throws IOException {
        Matcher block = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("docs", "behind-a-proxy.md")));
        assertThat(block.find()).as("an example in " + language).isTrue();
        return block.group(1);
    }

    void run(String... command) throws Exception {
        Process process = builder(command).start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(String.join(" ", command)).isZero();
    }

    Process launch(String... command) throws IOException {
        return builder(command).start();
    }

    /** Whatever it keeps, it keeps in the folder of the test. */
    private ProcessBuilder builder(String... command) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("proxy.log").toFile());
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("XDG_DATA_HOME", folder.toString());
        builder.environment().put("XDG_CONFIG_HOME", folder.toString());
        return builder;
    }

    private void awaitProxy() throws Exception {
        long end = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < end) {
            assertThat(proxy.isAlive()).as(() -> "The proxy ended: " + log()).isTrue();
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                if (!statusOf(url("/help")).equals("000")) {
                    return;
                }
            } catch (IOException e) {
                Thread.onSpinWait();
            }
        }
        throw new AssertionError("The proxy does not answer: " + log());
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("proxy.log"));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
