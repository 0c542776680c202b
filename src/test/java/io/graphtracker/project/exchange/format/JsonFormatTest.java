package io.graphtracker.project.exchange.format;

import static io.graphtracker.project.exchange.PlanReading.dependencies;
import static io.graphtracker.project.exchange.PlanReading.findings;
import static io.graphtracker.project.exchange.PlanReading.problem;
import static io.graphtracker.project.exchange.PlanReading.read;
import static io.graphtracker.project.exchange.PlanReading.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.project.Position;
import io.graphtracker.project.TaskStatus;
import io.graphtracker.project.exchange.PlanDocument;
import io.graphtracker.project.exchange.PlanDocuments;
import io.graphtracker.project.exchange.PlanReading;
import io.graphtracker.project.exchange.ReadPlan;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The JSON of our own: nothing is lost, and whatever is wrong has a place. */
class JsonFormatTest {

    private static final String BEGIN = "{\"format\": \"graph-tracker-plan\", \"version\": 1,\n";

    @Provide
    Arbitrary<PlanDocument> plans() {
        return PlanDocuments.any();
    }

    @Property(tries = 200)
    void whatIsWrittenIsReadAsItWas(@ForAll("plans") PlanDocument plan) {
        ReadPlan read = read("plan.json", PlanReading.write("json", plan));

        assertThat(read.document()).isEqualTo(plan);
        assertThat(read.findings()).isEmpty();
        assertThat(read.format()).isEqualTo("json");
    }

    @Example
    void aPlanWrittenByHandIsRead() {
        ReadPlan read = read("house.json", BEGIN + """
                "tasks": [
                  {"key": "g", "group": true, "title": "Ground", "collapsed": true},
                  {"key": "a", "title": " Dig ", "parent": "g", "plannedHours": 1.5, "x": 10, "y": -20.5},
                  {"key": "b", "title": "Build", "status": "in-progress", "colour": "red"}],
                "dependencies": [{"from": "a", "to": "b"}]}""");

        assertThat(read.document().name()).isEqualTo("house");
        assertThat(task(read, "Dig").position()).isEqualTo(new Position(10, -20.5));
        assertThat(task(read, "Dig").details().plannedHours()).isEqualTo(1.5);
        assertThat(task(read, "Dig").parentKey()).isEqualTo("g");
        assertThat(task(read, "Build").details().status()).isEqualTo(TaskStatus.IN_PROGRESS);
        assertThat(dependencies(read)).containsExactly("Dig -> Build");
        assertThat(findings(read)).containsExactly("DROPPED LINE 5:69 “colour” is unknown here, and will be left out.");
    }

    /** So that two versions of a plan can be compared. */
    @Example
    void eachTaskHasALine() {
        ReadPlan plan = read("a.json", BEGIN + """
                "tasks": [{"key": "a", "tags": ["x", "y"]}, {"key": "b"}], "dependencies": [{"from": "a", "to": "b"}]}""");

        assertThat(PlanReading.write("json", plan.document())).isEqualTo("""
                {
                "format":"graph-tracker-plan",
                "version":1,
                "name":"a",
                "tasks":[
                {"key":"a","title":"a","status":"planned","tags":["x","y"]},
                {"key":"b","title":"b","status":"planned"}],
                "dependencies":[
                {"from":"a","to":"b"}]
                }
                """);
    }

    @Example
    void whatIsWrongHasAPlace() {
        assertThat(problem("a.json", BEGIN + "\"tasks\": [{\"key\": \"a\", \"title\": 7}]}"))
                .isEqualTo("LINE 2:33 The value of “title” is of the wrong type.");
        assertThat(problem("a.json", BEGIN + "\"tasks\": [{\"key\": \"a\",}]}"))
                .isEqualTo("LINE 2:23 This is not valid JSON.");
        assertThat(problem("a.json", BEGIN + "\"tasks\": [{\"title\": \"a\"}]}"))
                .isEqualTo("LINE 2:11 This task has no key.");
        assertThat(problem("a.json", BEGIN + "\"tasks\": [{\"key\": \"a\"},\n{\"key\": \"a\"}]}"))
                .isEqualTo("LINE 3:1 The key “a” is there twice.");
        assertThat(problem("a.json", BEGIN + "\"tasks\": [], \"dependencies\": [{\"from\": \"a\"}]}"))
                .isEqualTo("LINE 2:31 A dependency needs “from” and “to”.");
        assertThat(problem("a.json", BEGIN + "\"tasks\": [{\"key\": \"a\", \"status\": \"odd\"}]}"))
                .isEqualTo("LINE 2:34 The value of “status” is unknown.");
        assertThat(problem("a.json", BEGIN + "\"tasks\": [{\"key\": \"a\"}]} x"))
                .startsWith("LINE 2:");
        assertThat(problem("a.json", BEGIN + "\"tasks\": []}")).isEqualTo("There are no tasks in this file.");
    }

    @Example
    void otherJsonAndLaterVersionsAreRefused() {
        assertThat(problem("package.json", "{\"name\": \"x\", \"version\": \"1.2\"}"))
                .isEqualTo("LINE 1:26 The value of “version” is of the wrong type.");
        assertThat(problem("a.json", "{\"tasks\": []}"))
                .isEqualTo("LINE 1:1 This JSON is not a plan: it does not begin with the format “graph-tracker-plan”.");
        assertThat(problem("a.json", "{\"format\": \"graph-tracker-plan\", \"version\": 2}"))
                .isEqualTo("LINE 1:45 The file has version 2 of the format; this program reads version 1."
                        + " Update Graph Tracker first.");
    }

    @Example
    void deepNestingIsRefused() {
        assertThat(problem("a.json", BEGIN + "\"x\": " + "[".repeat(100_000)))
                .startsWith("LINE 2:")
                .contains("nested more than 100 levels deep");
    }
}
