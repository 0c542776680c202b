package io.graphtracker.project.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.project.ProjectService;
import io.graphtracker.project.ProjectSummary;
import io.graphtracker.testing.RunningServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SuppressWarnings("NullAway.Init") // set before each test
class PlanHttpTest extends RunningServer {

    @Autowired
    private ProjectService projects;

    private HttpResponse<String> get(String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path))
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    @Test
    void aPlanIsAFileToBeSaved() throws Exception {
        ProjectSummary project = projects.create("Møve house");

        HttpResponse<String> answer = get("/projects/" + project.id() + "/plan/json");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json;charset=UTF-8");
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment;")
                .contains("filename*=UTF-8''m%C3%B8ve-house.json");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.body()).contains("\"name\":\"Møve house\"");
        assertThat(get("/projects/" + project.id() + "/plan/csv").headers().firstValue("Content-Type"))
                .hasValue("text/csv;charset=UTF-8");
    }

    @Test
    void whatIsNotThereIsNotFound() throws Exception {
        ProjectSummary project = projects.create("House");

        HttpResponse<String> unknownFormat = get("/projects/" + project.id() + "/plan/docx");
        assertThat(unknownFormat.statusCode()).isEqualTo(404);
        assertThat(unknownFormat.body())
                .contains("format_not_found")
                .contains("A plan can be exported as")
                .contains("json");
        assertThat(get("/projects/nonsense/plan/json").body()).contains("project_not_found");
    }
}
