package io.graphtracker.project.exchange.format;

import static io.graphtracker.project.exchange.PlanReading.dependencies;
import static io.graphtracker.project.exchange.PlanReading.findings;
import static io.graphtracker.project.exchange.PlanReading.problem;
import static io.graphtracker.project.exchange.PlanReading.read;
import static io.graphtracker.project.exchange.PlanReading.task;
import static io.graphtracker.project.exchange.PlanReading.write;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.project.TaskPriority;
import io.graphtracker.project.TaskStatus;
import io.graphtracker.project.exchange.PlanComment;
import io.graphtracker.project.exchange.PlanDocument;
import io.graphtracker.project.exchange.PlanDocuments;
import io.graphtracker.project.exchange.PlanTask;
import io.graphtracker.project.exchange.ReadPlan;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CsvFormatTest {

    @Provide
    Arbitrary<PlanDocument> plans() {
        return PlanDocuments.any();
    }

    /** All but comments. */
    @Property(tries = 200)
    void whatIsWrittenIsReadAsItWas(@ForAll("plans") PlanDocument plan) {
        ReadPlan read = read(plan.name() + ".csv", write("csv", plan));

        assertThat(read.format()).isEqualTo("csv");
        assertThat(read.findings()).isEmpty();
        assertThat(read.document().tasks())
                .isEqualTo(plan.tasks().stream()
                        .map(CsvFormatTest::withoutComments)
                        .toList());
        assertThat(read.document().dependencies()).containsExactlyInAnyOrderElementsOf(plan.dependencies());
    }

    private static PlanTask withoutComments(PlanTask task) {
        return new PlanTask(
                task.key(),
                task.parentKey(),
                task.group(),
                task.details(),
                task.position(),
                task.collapsed(),
                List.of());
    }

    /** A title must not be executed by a spreadsheet. */
    @Example
    void formulasAreGuarded() {
        PlanDocument plan = read("a.csv", "title\n\"=HYPERLINK(\"\"http://example.org\"\")\"\n")
                .document();

        assertThat(write("csv", plan)).contains("\"'=HYPERLINK(");
    }

    @Example
    void tablesOfOtherProgramsAreRead() {
        ReadPlan plan = read("plan.csv", """
                ID;Task Name;Duration;Predecessors;Group;Status;Colour
                1;Dig;2 days;;Ground;Completed;red
                2;"Pour; slowly";1,5;1FS+2 days;Ground;started;
                3;Walls;90 min;1;;odd;
                4;Roof;soon;Walls;;;
                """);

        assertThat(plan.document().taskCount()).isEqualTo(4);
        assertThat(plan.document().groupCount()).isEqualTo(1);
        assertThat(dependencies(plan)).containsExactly("Dig -> Pour; slowly", "Dig -> Walls", "Walls -> Roof");
        assertThat(task(plan, "Dig").details().plannedHours()).isEqualTo(16);
        assertThat(task(plan, "Dig").details().status()).isEqualTo(TaskStatus.DONE);
        assertThat(task(plan, "Dig").parentKey()).isEqualTo(task(plan, "Ground").key());
        assertThat(task(plan, "Pour; slowly").details().plannedHours()).isEqualTo(1.5);
        assertThat(task(plan, "Walls").details().plannedHours()).isEqualTo(1.5);
        assertThat(findings(plan))
                .containsExactly(
                        "DROPPED RECORD 4:0 [Walls] “odd” is unknown here, and will be left out.",
                        "DROPPED RECORD 5:0 [Roof] “soon” is not a number of hours, and will be left out.",
                        "DROPPED RECORD 1:0 The column “colour” is unknown, and will be left out.",
                        "CHANGED RECORD 3:0 [Pour; slowly] The time between “Dig” and this task will be left out.");
    }

    @Example
    void textOfWindowsIsRead() {
        byte[] bytes = "title,hours\nBücher,2\n".getBytes(ISO_8859_1);

        assertThat(read("a.csv", bytes).document().tasks().getFirst().title()).isEqualTo("Bücher");
    }

    /** The beginning, by which the format is recognized, must not end within a character. */
    @Example
    void aByteOrderMarkIsNoPartOfTheFirstColumnWhereverTheBeginningEnds() {
        for (int shift = 0; shift < 3; shift++) {
            String file = "\ufefftitle,hours\n" + "x".repeat(shift) + "日".repeat(2_000) + ",2\n";

            assertThat(read("a.csv", file).document().tasks()).hasSize(1);
        }
    }

    @Example
    void whatDoublesAreWrittenLikeIsRead() {
        assertThat(read("a.csv", "title,hours\na,0.3333333333333333\nb,1.0E-4\nc,1/2\n")
                        .document()
                        .tasks())
                .extracting(task -> task.details().plannedHours())
                .containsExactly(0.3333333333333333, 1.0E-4, null);
    }

    @Example
    void whatIsWrongHasARow() {
        assertThat(problem("a.csv", "title,hours\nDig,2\n\"Walls,3\n"))
                .isEqualTo("RECORD 3:0 This row is not valid CSV: a quote is not closed, or something follows one.");
        assertThat(problem("a.csv", "key,title\na,Dig\na,Walls\n")).isEqualTo("RECORD 3:0 The key “a” is there twice.");
    }

    @Example
    void issuesOfJiraAreReadByTheirRepeatedColumns() {
        ReadPlan plan = read("jira.csv", """
                Summary,Issue key,Issue id,Parent,Status,Priority,Labels,Labels,Original Estimate,Time Spent,Inward issue link (Blocks),Inward issue link (Blocks),Outward issue link (Blocks),Outward issue link (Relates),Comment
                Ground,SHED-1,100,,To Do,Medium,,,,,,,,,
                Dig,SHED-2,101,100,Done,Highest,spade,mud,7200,3600,,,SHED-4,SHED-1,"02/Jan/26 9:00 AM;ada;Deep; and wet"
                Pour,SHED-3,102,100,In Progress,Medium,,,14400,,SHED-2,,SHED-4,,
                Walls,SHED-4,103,,Open,Lowest,,,,,SHED-2,SHED-3,,,
                """);

        assertThat(plan.format()).isEqualTo("jira");
        assertThat(plan.document().taskCount()).isEqualTo(3);
        assertThat(plan.document().groupCount()).isEqualTo(1);
        // each link is in the rows of both issues
        assertThat(dependencies(plan)).containsExactlyInAnyOrder("Dig -> Walls", "Dig -> Pour", "Pour -> Walls");
        PlanTask dig = task(plan, "Dig");
        assertThat(dig.parentKey()).isEqualTo("SHED-1");
        assertThat(dig.details().tags()).containsExactly("mud", "spade");
        assertThat(dig.details().plannedHours()).isEqualTo(2);
        assertThat(dig.details().actualHours()).isEqualTo(1);
        assertThat(dig.details().priority()).isEqualTo(TaskPriority.HIGH);
        assertThat(dig.comments()).containsExactly(new PlanComment("ada", null, "Deep; and wet"));
        assertThat(task(plan, "Pour").details().status()).isEqualTo(TaskStatus.IN_PROGRESS);
        assertThat(findings(plan))
                .containsExactly(
                        "DROPPED RECORD 1:0 What is in the column “outward issue link (relates)” is not a dependency,"
                                + " and will be left out.");
    }
}
