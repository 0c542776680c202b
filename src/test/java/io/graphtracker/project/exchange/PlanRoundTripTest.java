package io.graphtracker.project.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.graphtracker.project.Comment;
import io.graphtracker.project.GraphCommand.ImportPlan;
import io.graphtracker.project.ProjectException;
import io.graphtracker.project.ProjectService;
import io.graphtracker.project.ProjectSummary;
import io.graphtracker.testing.OnSqlite;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A project that is exported as JSON, lost, and imported is as it was. */
@OnSqlite
@SuppressWarnings("NullAway.Init") // set by Spring
class PlanRoundTripTest {

    private static final String EVERYTHING = """
            {"format": "graph-tracker-plan", "version": 1, "name": "Møve “house”", "tasks": [
            {"key": "g1", "group": true, "title": "Ground", "description": "First\\nof all", "status": "planned",
             "x": 0, "y": 0, "collapsed": true},
            {"key": "t1", "parent": "g1", "title": "Dig", "status": "in-progress", "priority": "high",
             "plannedHours": 2.25, "actualHours": 0.5, "assignee": "Ada", "tags": ["mud", "spade"],
             "link": "https://example.org/dig", "x": 10.5, "y": -20, "comments": [
               {"author": "Ada", "time": "2026-11-30T10:15:30.123Z", "text": "Deep\\nand wet"},
               {"author": "Bo", "time": "2026-11-29T09:00:00Z", "text": "An earlier one that was written later"}]},
            {"key": "g2", "parent": "g1", "group": true, "title": "Empty", "status": "planned", "x": 5, "y": 5},
            {"key": "t2", "title": "Build", "status": "blocked", "priority": "low", "x": 300, "y": 40}],
            "dependencies": [{"from": "t1", "to": "t2"}]}""";

    @Autowired
    private PlanReader reader;

    @Autowired
    private PlanImport imports;

    @Autowired
    private PlanExport exports;

    @Autowired
    private ProjectService projects;

    private ReadPlan read(String content) {
        return reader.read(
                "plan.json",
                new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)),
                () -> false,
                tasks -> {});
    }

    private String exported(UUID projectId) {
        return exports.write(projectId, "json").orElseThrow().content();
    }

    @Test
    void nothingIsLost() {
        ReadPlan wanted = read(EVERYTHING);
        assertThat(wanted.findings()).isEmpty();
        ProjectSummary project = imports.newProject(imports.prepare(wanted, () -> false));

        String json = exported(project.id());

        assertThat(read(json).document()).isEqualTo(wanted.document());
        projects.delete(project.id());
        ProjectSummary again = imports.newProject(imports.prepare(read(json), () -> false));
        assertThat(exported(again.id())).isEqualTo(json);
    }

    @Test
    void onlyAPlanWithoutPlacesIsArrangedWhichCanBeCancelled() {
        ReadPlan placed = read(EVERYTHING);
        ReadPlan without = read(EVERYTHING.replace("\"x\": 10.5, ", ""));
        ReadPlan inOnePlace = read(EVERYTHING.replaceAll("\"x\": [\\d.]+, \"y\": -?\\d+", "\"x\": 0, \"y\": 0"));

        imports.prepare(placed, () -> true);
        for (ReadPlan plan : List.of(without, inOnePlace)) {
            assertThatThrownBy(() -> imports.prepare(plan, () -> true)).isInstanceOf(CancellationException.class);
        }
    }

    @Test
    void whatIsExportedHasANameForFiles() {
        ProjectSummary project = imports.newProject(imports.prepare(read(EVERYTHING), () -> false));

        assertThat(exports.write(project.id(), "csv").orElseThrow().fileName()).isEqualTo("møve-house.csv");
        assertThat(exports.write(project.id(), "docx")).isEmpty();
        assertThat(exports.write(UUID.randomUUID(), "json")).isEmpty();
    }

    @Test
    void aRefusedImportLeavesNoProject() {
        PreparedPlan plan = imports.prepare(read(EVERYTHING), () -> false);
        int before = projects.list(false).size();
        ImportPlan change = plan.change();
        ImportPlan refused = new ImportPlan(
                "plan.json",
                change.tasks(),
                List.of(),
                change.comments().stream()
                        .map(comment ->
                                new Comment(comment.id(), comment.taskId(), comment.author(), " ", comment.at()))
                        .toList());

        assertThatThrownBy(() -> imports.newProject(new PreparedPlan(plan.plan(), refused)))
                .isInstanceOf(ProjectException.class);
        assertThat(projects.list(false)).hasSize(before);
    }
}
