package io.graphtracker.project.exchange.format;

import static io.graphtracker.project.exchange.PlanReading.dependencies;
import static io.graphtracker.project.exchange.PlanReading.findings;
import static io.graphtracker.project.exchange.PlanReading.read;
import static io.graphtracker.project.exchange.PlanReading.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.project.TaskDetails;
import io.graphtracker.project.TaskPriority;
import io.graphtracker.project.TaskStatus;
import io.graphtracker.project.exchange.ReadPlan;
import org.junit.jupiter.api.Test;

class GanttProjectFormatTest {

    private static final String SHED = """
            <?xml version="1.0" encoding="UTF-8"?><project name="A shed" view-date="2026-05-04" version="3.2" locale="en">
                <description/>
                <view id="gantt-chart"><field id="tpd3" name="Name" width="158"/></view>
                <tasks empty-milestones="true">
                    <taskproperties><taskproperty id="tpd0" name="type"/></taskproperties>
                    <task id="0" name="Ground" meeting="false" start="2026-05-04" duration="5" complete="60" expand="false">
                        <depend id="5" type="2" difference="0" hardness="Strong"/>
                        <task id="1" name="Dig" start="2026-05-04" duration="2" complete="100" priority="2">
                            <depend id="2" type="2" difference="3" hardness="Strong"/>
                        </task>
                        <task id="2" name="Pour concrete" start="2026-05-06" duration="3" complete="25" webLink="https://example.org/c">
                            <notes><![CDATA[Two barrows
            a day]]></notes>
                            <depend id="4" type="1" difference="0" hardness="Rubber"/>
                        </task>
                    </task>
                    <task id="4" name="Raise walls" start="2026-05-11" duration="4" complete="0"/>
                    <task id="5" name="Party" meeting="true" start="2026-05-15" duration="0" complete="0"/>
                </tasks>
                <resources><resource id="7" name="Ada" function="1"/><resource id="8" name="Bo" function="1"/></resources>
                <allocations>
                    <allocation task-id="4" resource-id="8" responsible="false" load="50.0"/>
                    <allocation task-id="4" resource-id="7" responsible="true" load="100.0"/>
                </allocations>
            </project>
            """;

    @Test
    void tasksGroupsAndDependenciesAreRead() {
        ReadPlan plan = read("shed.gan", SHED);

        assertThat(plan.format()).isEqualTo("ganttproject");
        assertThat(plan.document().name()).isEqualTo("A shed");
        assertThat(plan.document().taskCount()).isEqualTo(4);
        assertThat(plan.document().groupCount()).isEqualTo(1);
        // what a task depends on is written in the task that comes first
        assertThat(dependencies(plan))
                .containsExactly("Ground -> Party", "Dig -> Pour concrete", "Pour concrete -> Raise walls");
        assertThat(task(plan, "Dig").parentKey()).isEqualTo(task(plan, "Ground").key());
        assertThat(task(plan, "Ground").collapsed()).isTrue();
    }

    @Test
    void daysAndSharesBecomeHours() {
        ReadPlan plan = read("shed.gan", SHED);

        TaskDetails dig = task(plan, "Dig").details();
        assertThat(dig.plannedHours()).isEqualTo(16);
        assertThat(dig.status()).isEqualTo(TaskStatus.DONE);
        assertThat(dig.priority()).isEqualTo(TaskPriority.HIGH);
        TaskDetails pour = task(plan, "Pour concrete").details();
        assertThat(pour.status()).isEqualTo(TaskStatus.IN_PROGRESS);
        assertThat(pour.actualHours()).isEqualTo(6);
        assertThat(pour.description()).isEqualTo("Two barrows\na day");
        assertThat(pour.link()).isEqualTo("https://example.org/c");
        // the responsible one first
        assertThat(task(plan, "Raise walls").details().assignee()).isEqualTo("Ada, Bo");
        // the sums of its tasks
        assertThat(task(plan, "Ground").details().plannedHours()).isNull();
        assertThat(task(plan, "Ground").details().status()).isEqualTo(TaskStatus.PLANNED);
    }

    @Test
    void whatIsLostIsFound() {
        assertThat(findings(read("shed.gan", SHED)))
                .containsExactly(
                        "CHANGED LINE 9:0 [Pour concrete] The time between “Dig” and this task will be left out.",
                        "CHANGED LINE 14:0 [Raise walls] It will start when the other task is finished; the file has another"
                                + " kind of dependency.",
                        "DROPPED Dates, calendars, costs and shares of working time will be left out, if there are any.",
                        "CHANGED Durations in days become planned hours, 8 a day.");
    }
}
