package io.graphtracker.project.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.database.DatabaseGeneration;
import io.graphtracker.project.ColumnsAsGraph;
import io.graphtracker.project.GraphFixture;
import io.graphtracker.project.Position;
import io.graphtracker.project.ProjectGraph;
import io.graphtracker.project.ProjectService;
import io.graphtracker.testing.RunningServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SuppressWarnings("NullAway.Init") // set before each test
class GraphHttpTest extends RunningServer {

    private static final String GZIP = "Accept-Encoding";

    @Autowired
    private ProjectService projects;

    @Autowired
    private GraphFixture graphs;

    @Autowired
    private DatabaseGeneration database;

    private UUID project;

    @BeforeEach
    void sample() {
        project = projects.createSample().id();
    }

    @Test
    void theGraphComesInColumns() throws Exception {
        graphs.addTask(project, "Über \"🌱\"", new Position(-1.25, 3));

        HttpResponse<byte[]> answer = get(path());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-cache");
        JsonNode json = json(answer);
        assertThat(json.get("revision").asLong()).isEqualTo(1);
        assertThat(json.get("statuses").toString())
                .isEqualTo("[\"planned\",\"in-progress\",\"discuss\",\"blocked\",\"done\"]");
        ProjectGraph graph = graphs.load(project);
        assertThat(ColumnsAsGraph.of(json, graph)).isEqualTo(graph);
        assertThat(json.get("tasks").get("x").toString()).endsWith(",-1.25]").doesNotContain(".0");
    }

    @Test
    void whatTheBrowserHasIsNotSentAgain() throws Exception {
        String tag = get(path()).headers().firstValue("ETag").orElseThrow();

        HttpResponse<byte[]> same = get(path(), "If-None-Match", tag);
        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.body()).isEmpty();
        assertThat(same.headers().firstValue("ETag")).hasValue(tag);

        graphs.addTask(project, "Dig", new Position(0, 0));
        HttpResponse<byte[]> changed = get(path(), "If-None-Match", tag);
        assertThat(changed.statusCode()).isEqualTo(200);

        String newer = changed.headers().firstValue("ETag").orElseThrow();
        database.advance();
        assertThat(get(path(), "If-None-Match", newer).statusCode())
                .as("another database with the same revision")
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000000-0000-0000-0000-000000000000", "1-1-1-1-1", "nothing"})
    void anUnknownProjectIsAProblem(String id) throws Exception {
        HttpResponse<byte[]> answer = get("/projects/" + id + "/graph");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json(answer).get("code").asString()).isEqualTo("project_not_found");
    }

    @Test
    void theGraphIsCompressed() throws Exception {
        HttpResponse<byte[]> plain = get(path());
        HttpResponse<byte[]> compressed = get(path(), GZIP, "gzip");

        assertThat(compressed.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(compressed.headers().allValues("Vary")).anyMatch(vary -> vary.equalsIgnoreCase("accept-encoding"));
        assertThat(compressed.body().length).isLessThan(plain.body().length / 2);
        assertThat(unzipped(compressed)).isEqualTo(plain.body());
        String tag = compressed.headers().firstValue("ETag").orElseThrow();
        assertThat(get(path(), GZIP, "gzip", "If-None-Match", tag).statusCode()).isEqualTo(304);
    }

    private String path() {
        return "/projects/" + project + "/graph";
    }

    private static byte[] unzipped(HttpResponse<byte[]> answer) throws IOException {
        return new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes();
    }

    private static JsonNode json(HttpResponse<byte[]> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        }
    }
}
