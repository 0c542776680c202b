package io.graphtracker.project.exchange.format;

import static io.graphtracker.project.exchange.PlanReading.dependencies;
import static io.graphtracker.project.exchange.PlanReading.findings;
import static io.graphtracker.project.exchange.PlanReading.problem;
import static io.graphtracker.project.exchange.PlanReading.read;
import static io.graphtracker.project.exchange.PlanReading.task;
import static io.graphtracker.project.exchange.PlanReading.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.project.exchange.PlanDocument;
import io.graphtracker.project.exchange.PlanDocuments;
import io.graphtracker.project.exchange.PlanTask;
import io.graphtracker.project.exchange.ReadPlan;
import java.util.Comparator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MermaidFormatTest {

    @Provide
    Arbitrary<PlanDocument> plans() {
        return PlanDocuments.any();
    }

    /** Titles, groups and dependencies, whatever is in the titles. */
    @Property(tries = 200)
    void whatIsWrittenIsReadAsItWas(@ForAll("plans") PlanDocument plan) {
        ReadPlan read = read("plan.mmd", write("mermaid", plan));

        assertThat(read.format()).isEqualTo("mermaid");
        assertThat(read.findings()).isEmpty();
        assertThat(read.document().dependencies()).isEqualTo(plan.dependencies());
        assertThat(read.document().tasks().stream()
                        .map(MermaidFormatTest::shape)
                        .sorted())
                .isEqualTo(plan.tasks().stream()
                        .map(MermaidFormatTest::shape)
                        .sorted(Comparator.naturalOrder())
                        .toList());
    }

    private static String shape(PlanTask task) {
        // spaces at a place are one in a label
        return task.key() + task.parentKey() + task.group() + task.title().replaceAll("\\s+", " ");
    }

    @Example
    void titlesOfSubgraphsMayContainSeparatorsOfLines() {
        ReadPlan plan = read("plan.mmd", "flowchart LR\nsubgraph g[\"one\u0085two\u2028three\"]\nend\n");

        assertThat(plan.document().tasks()).extracting(PlanTask::title).containsExactly("one\u0085two three");
    }

    @Example
    void shapesLinksAndSubgraphsAreRead() {
        ReadPlan plan = read("release.md", """
                # How we release
                ```mermaid
                ---
                title: Release
                ---
                %% a comment
                flowchart TD
                  A[Start build] --> B(Compile)
                  B -->|yes| C{Passed?} & D([Stadium])
                  C -- no --> E[["Tell &amp; wait"]]
                  E ==> A
                  F@{ shape: rect, label: "New syntax" } -.-> G>Flag]
                  subgraph Deploy [Deploy it]
                    direction LR
                    G ---> H[/Slanted/]:::loud; H e1@--> my-node
                    subgraph Inner stage
                      I((("Circle (round)")))
                    end
                  end
                  Deploy -. later .-> J["`Markdown`<br/>two #quot;lines#quot;"]
                  J ~~~ A
                  classDef loud fill:#f96
                  click J "https://example.org/j" "a tip"
                ```
                A --> Z is no part of it
                """);

        assertThat(plan.document().tasks())
                .extracting(PlanTask::title)
                .containsExactly(
                        "Start build",
                        "Compile",
                        "Passed?",
                        "Stadium",
                        "Tell & wait",
                        "New syntax",
                        "Flag",
                        "Deploy it",
                        "Slanted",
                        "my-node",
                        "Inner stage",
                        "Circle (round)",
                        "`Markdown` two \"lines\"");
        assertThat(dependencies(plan))
                .containsExactly(
                        "Start build -> Compile",
                        "Compile -> Passed?",
                        "Compile -> Stadium",
                        "Passed? -> Tell & wait",
                        "New syntax -> Flag",
                        "Flag -> Slanted",
                        "Slanted -> my-node",
                        "Deploy it -> `Markdown` two \"lines\"");
        assertThat(findings(plan))
                .containsExactly(
                        "DROPPED LINE 11:5 [Start build] It cannot depend on “Tell & wait”, because that would make"
                                + " a circular dependency: “Start build” → “Compile” → “Passed?” → “Tell & wait”.");
        assertThat(task(plan, "Flag").parentKey()).isEqualTo("Deploy");
        assertThat(task(plan, "Circle (round)").parentKey()).isEqualTo("Inner stage");
        assertThat(task(plan, "Inner stage").parentKey()).isEqualTo("Deploy");
        assertThat(plan.document().tasks().getLast().details().link()).isEqualTo("https://example.org/j");
    }

    @Example
    void whatIsWrongHasAPlace() {
        assertThat(problem("a.mmd", "flowchart LR\n A[never closed"))
                .isEqualTo("LINE 2:4 Something begins here that is never closed by “]”.");
        assertThat(problem("a.mmd", "flowchart LR\n A --> B ?!")).isEqualTo("LINE 2:10 “?!” was not expected here.");
        assertThat(problem("a.mmd", "flowchart LR\n A -->")).isEqualTo("LINE 2:7 “…” was not expected here.");
        assertThat(problem("a.mmd", "flowchart LR\nsubgraph x\n A"))
                .isEqualTo("LINE 3:3 Something begins here that is never closed by “end”.");
        assertThat(problem("a.mmd", "flowchart LR\n" + "subgraph a\n".repeat(300)))
                .isEqualTo("LINE 102:1 Something is nested more than 100 levels deep.");
    }
}
