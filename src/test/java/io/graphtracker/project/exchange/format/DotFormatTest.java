package io.graphtracker.project.exchange.format;

import static io.graphtracker.project.exchange.PlanReading.dependencies;
import static io.graphtracker.project.exchange.PlanReading.findings;
import static io.graphtracker.project.exchange.PlanReading.problem;
import static io.graphtracker.project.exchange.PlanReading.read;
import static io.graphtracker.project.exchange.PlanReading.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.project.exchange.PlanTask;
import io.graphtracker.project.exchange.ReadPlan;
import org.junit.jupiter.api.Test;

class DotFormatTest {

    @Test
    void edgesToSeveralNodesAreSeveralDependencies() {
        ReadPlan plan = read("a.dot", "digraph g { a -> {c d} -> e; b -> c }");

        assertThat(plan.format()).isEqualTo("dot");
        assertThat(dependencies(plan)).containsExactly("a -> c", "a -> d", "c -> e", "d -> e", "b -> c");
    }

    @Test
    void clustersAreGroups() {
        ReadPlan plan = read("a.gv", """
                /* a comment */
                strict digraph "Shed" {
                  rankdir=LR; node [shape=box];
                  // another
                  subgraph cluster_ground {
                    label = "Ground work";
                    dig [label="Dig\\nit", hours=2.5, URL="https://example.org/?a=b"]
                    subgraph cluster_deep { graph [label="Deep"] drill }
                    dig -> drill [weight=3];
                  }
                  subgraph same { rank=same; x; y }
                  drill -> walls:n
                  walls [label=<<b>Raise</b> &amp; <i>paint</i>>];
                  "with \\"quotes\\"" -> x
                  # a line of the preprocessor
                }
                """);

        assertThat(plan.document().name()).isEqualTo("Shed");
        assertThat(plan.document().tasks())
                .extracting(PlanTask::title)
                .containsExactly(
                        "Ground work", "Dig it", "Deep", "drill", "x", "y", "Raise & paint", "with \"quotes\"");
        assertThat(task(plan, "Dig it").parentKey()).isEqualTo("cluster_ground");
        assertThat(task(plan, "Dig it").details().plannedHours()).isEqualTo(2.5);
        assertThat(task(plan, "Dig it").details().link()).isEqualTo("https://example.org/?a=b");
        assertThat(task(plan, "drill").parentKey()).isEqualTo("cluster_deep");
        assertThat(task(plan, "Deep").parentKey()).isEqualTo("cluster_ground");
        assertThat(task(plan, "x").parentKey()).isNull();
        assertThat(dependencies(plan))
                .containsExactly("Dig it -> drill", "drill -> Raise & paint", "with \"quotes\" -> x");
        assertThat(findings(plan)).isEmpty();
    }

    @Test
    void graphsWithoutDirectionsAreReadInTheOrderOfTheFile() {
        ReadPlan plan = read("a.dot", "graph {\n a -- b -- c }");

        assertThat(dependencies(plan)).containsExactly("a -> b", "b -> c");
        assertThat(findings(plan))
                .containsExactly("CHANGED LINE 2:4 The file has connections without a direction. What is named first"
                        + " comes first.");
    }

    @Test
    void whatIsWrongHasAPlace() {
        assertThat(problem("a.dot", "digraph {\n a -> ; }")).isEqualTo("LINE 2:7 “;” was not expected here.");
        assertThat(problem("a.dot", "digraph {\n a -> b")).isEqualTo("LINE 2:8 “…” was not expected here.");
        assertThat(problem("a.dot", "digraph {\n \"a -> b }"))
                .isEqualTo("LINE 2:2 Something begins here that is never closed by “\"”.");
        assertThat(problem("a.dot", "digraph {" + "{".repeat(100_000)))
                .isEqualTo("LINE 1:109 Something is nested more than 100 levels deep.");
    }
}
