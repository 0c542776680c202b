package io.graphtracker.project.exchange.format;

import static io.graphtracker.project.exchange.PlanReading.dependencies;
import static io.graphtracker.project.exchange.PlanReading.findings;
import static io.graphtracker.project.exchange.PlanReading.read;
import static io.graphtracker.project.exchange.PlanReading.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.project.TaskPriority;
import io.graphtracker.project.TaskStatus;
import io.graphtracker.project.exchange.ReadPlan;
import org.junit.jupiter.api.Test;

class ProjectXmlFormatTest {

    private static final String SHED = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Project xmlns="http://schemas.microsoft.com/project">
              <Title>A shed</Title><MinutesPerDay>480</MinutesPerDay>
              <Calendars><Calendar><UID>1</UID><Name>Standard</Name></Calendar></Calendars>
              <Tasks>
                <Task><UID>0</UID><ID>0</ID><Name>shed</Name><OutlineLevel>0</OutlineLevel><Summary>1</Summary></Task>
                <Task><UID>1</UID><ID>1</ID><Name>Ground</Name><OutlineLevel>1</OutlineLevel><Summary>1</Summary>
                  <Duration>PT40H0M0S</Duration></Task>
                <Task><UID>2</UID><ID>2</ID><Name>Dig</Name><OutlineLevel>2</OutlineLevel><Priority>800</Priority>
                  <Duration>PT16H30M0S</Duration><PercentComplete>100</PercentComplete></Task>
                <Task><UID>3</UID><ID>3</ID><Name>Pour concrete</Name><OutlineLevel>2</OutlineLevel>
                  <Notes>Two barrows a day</Notes><Duration>PT24H0M0S</Duration><PercentComplete>25</PercentComplete>
                  <PredecessorLink><PredecessorUID>2</PredecessorUID><Type>1</Type><LinkLag>4800</LinkLag></PredecessorLink>
                </Task>
                <Task><UID>9</UID><ID>4</ID><IsNull>1</IsNull></Task>
                <Task><UID>4</UID><ID>5</ID><Name>Raise walls</Name><OutlineLevel>1</OutlineLevel>
                  <Duration>PT32H0M0S</Duration>
                  <PredecessorLink><PredecessorUID>1</PredecessorUID><Type>3</Type><LinkLag>0</LinkLag></PredecessorLink>
                </Task>
              </Tasks>
              <Resources><Resource><UID>7</UID><Name>Ada</Name></Resource></Resources>
              <Assignments><Assignment><UID>1</UID><TaskUID>4</TaskUID><ResourceUID>7</ResourceUID></Assignment></Assignments>
            </Project>
            """;

    @Test
    void tasksGroupsAndDependenciesAreRead() {
        ReadPlan plan = read("shed.xml", SHED);

        assertThat(plan.format()).isEqualTo("msproject");
        assertThat(plan.document().name()).isEqualTo("shed");
        assertThat(plan.document().taskCount()).isEqualTo(3);
        assertThat(plan.document().groupCount()).isEqualTo(1);
        assertThat(dependencies(plan)).containsExactly("Dig -> Pour concrete", "Ground -> Raise walls");
        assertThat(task(plan, "Dig").parentKey()).isEqualTo("1");
        assertThat(task(plan, "Dig").details().plannedHours()).isEqualTo(16.5);
        assertThat(task(plan, "Dig").details().status()).isEqualTo(TaskStatus.DONE);
        assertThat(task(plan, "Dig").details().priority()).isEqualTo(TaskPriority.HIGH);
        assertThat(task(plan, "Pour concrete").details().actualHours()).isEqualTo(6);
        assertThat(task(plan, "Pour concrete").details().description()).isEqualTo("Two barrows a day");
        assertThat(task(plan, "Raise walls").details().assignee()).isEqualTo("Ada");
        assertThat(task(plan, "Ground").details().plannedHours()).isNull();
    }

    @Test
    void whatIsLostIsFound() {
        assertThat(findings(read("shed.xml", SHED)))
                .containsExactly(
                        "CHANGED LINE 13:0 [Pour concrete] The time between “Dig” and this task will be left out.",
                        "CHANGED LINE 18:0 [Raise walls] It will start when the other task is finished; the file has another"
                                + " kind of dependency.",
                        "DROPPED Dates, calendars, costs and shares of working time will be left out, if there are any.");
    }
}
