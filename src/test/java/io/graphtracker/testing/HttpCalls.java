package io.graphtracker.testing;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plain HTTP over a socket: the JDK's client does not send an arbitrary {@code Host}. Every answer of the API is checked
 * against its {@linkplain ApiDocument description}.
 */
public final class HttpCalls {

    private HttpCalls() {}

    /**
     * An answer.
     *
     * @param headers by their names in lower case
     */
    public record Answer(int status, Map<String, String> headers, String body) {

        public JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }

        public String code() {
            return json().path("code").asString("");
        }
    }

    /**
     * Sends a request without a body; {@code headers} are whole lines. Without a {@code Host} among them, localhost is
     * used.
     */
    public static Answer call(int port, String method, String path, String... headers) throws IOException {
        boolean hasHost = Arrays.stream(headers).anyMatch(line -> line.startsWith("Host:"));
        Stream<String> host = hasHost ? Stream.empty() : Stream.of("Host: localhost:" + port);
        return send(
                port, method, path, Stream.concat(host, Arrays.stream(headers)).toArray(String[]::new));
    }

    /** Sends JSON. */
    public static Answer send(int port, String method, String path, String json) throws IOException {
        return send(
                port,
                method,
                path,
                json.getBytes(StandardCharsets.UTF_8),
                "Host: localhost:" + port,
                "Content-Type: application/json");
    }

    /** Sends a request without a body and without a {@code Host}, as HTTP/1.0 allows. */
    public static Answer callWithoutHost(int port, String method, String path, String... headers) throws IOException {
        return send(port, method, path, headers);
    }

    private static Answer send(int port, String method, String path, String... headers) throws IOException {
        return send(port, method, path, new byte[0], headers);
    }

    /** Sends a body; {@code headers} are whole lines, with {@code Host}. */
    public static Answer send(int port, String method, String path, byte[] body, String... headers) throws IOException {
        return sendPart(port, method, path, body.length, body, headers);
    }

    /** Announces a body, sends the beginning of it, and no more. */
    public static Answer sendPart(
            int port, String method, String path, long announcedBytes, byte[] beginning, String... headers)
            throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            StringBuilder request = new StringBuilder(method + " " + path + " HTTP/1.0\r\n");
            for (String header : headers) {
                request.append(header).append("\r\n");
            }
            request.append("Content-Length: ").append(announcedBytes).append("\r\n\r\n");
            socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(beginning);
            if (beginning.length < announcedBytes) {
                socket.shutdownOutput();
            }
            Answer answer = read(socket.getInputStream());
            ApiDocument.check(port, method, path, answer);
            return answer;
        }
    }

    /** Checks an answer that another client got against the description of the API, as those of this one are. */
    public static void check(HttpResponse<byte[]> response) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        response.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
        ApiDocument.check(
                response.uri().getPort(),
                response.request().method(),
                response.uri().getRawPath(),
                new Answer(response.statusCode(), headers, new String(response.body(), StandardCharsets.UTF_8)));
    }

    private static Answer read(InputStream stream) throws IOException {
        String all = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        int end = all.indexOf("\r\n\r\n");
        String[] lines = all.substring(0, end).split("\r\n");
        Map<String, String> headers = new TreeMap<>();
        for (int i = 1; i < lines.length; i++) {
            String[] header = lines[i].split(": *", 2);
            headers.put(header[0].toLowerCase(Locale.ROOT), header[1]);
        }
        return new Answer(Integer.parseInt(lines[0].split(" ")[1]), headers, all.substring(end + 4));
    }
}
