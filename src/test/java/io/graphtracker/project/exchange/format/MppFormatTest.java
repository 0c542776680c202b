package io.graphtracker.project.exchange.format;

import static io.graphtracker.project.exchange.PlanReading.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.project.TaskPriority;
import io.graphtracker.project.TaskStatus;
import io.graphtracker.project.exchange.PlanLimits;
import io.graphtracker.project.exchange.PlanReading;
import io.graphtracker.project.exchange.ReadPlan;
import org.junit.jupiter.api.Test;
import org.mpxj.Duration;
import org.mpxj.Priority;
import org.mpxj.ProjectFile;
import org.mpxj.Relation;
import org.mpxj.RelationType;
import org.mpxj.Task;
import org.mpxj.TimeUnit;

/**
 * What becomes of a project that the library has read. No file of Microsoft Project may be copied here, and nothing here
 * can write one: see docs/decisions/2026-12-01-mpxj.md for those that were tried by hand.
 */
class MppFormatTest {

    private static Task task(Task parent, String name, double days, int percent) {
        Task task = parent.addTask();
        task.setName(name);
        task.setDuration(Duration.getInstance(days, TimeUnit.DAYS));
        task.setPercentageComplete(percent);
        return task;
    }

    @Test
    void tasksGroupsAndDependenciesAreTaken() {
        ProjectFile project = new ProjectFile();
        project.getProjectProperties().setProjectTitle("A shed");
        Task root = project.addTask();
        root.setOutlineLevel(0);
        Task ground = root.addTask();
        ground.setName("Ground");
        Task dig = task(ground, "Dig", 2, 100);
        dig.setPriority(Priority.getInstance(800));
        Task pour = task(ground, "Pour", 3, 25);
        pour.setNotes("Two barrows");
        pour.addResourceAssignment(project.addResource()).getResource().setName("Ada");
        Task walls = task(root, "Walls", 0.5, 0);
        pour.addPredecessor(new Relation.Builder().predecessorTask(dig));
        walls.addPredecessor(new Relation.Builder().predecessorTask(ground).type(RelationType.START_START));

        ReadPlan plan = PlanReading.built(builder -> new MppTasks(builder).addAll(project));

        assertThat(plan.document().name()).isEqualTo("A shed");
        assertThat(PlanReading.dependencies(plan)).containsExactly("Dig -> Pour", "Ground -> Walls");
        assertThat(PlanReading.task(plan, "Dig").parentKey())
                .isEqualTo(PlanReading.task(plan, "Ground").key());
        assertThat(PlanReading.task(plan, "Ground").parentKey()).isNull();
        assertThat(PlanReading.task(plan, "Dig").details().plannedHours()).isEqualTo(16);
        assertThat(PlanReading.task(plan, "Dig").details().status()).isEqualTo(TaskStatus.DONE);
        assertThat(PlanReading.task(plan, "Dig").details().priority()).isEqualTo(TaskPriority.HIGH);
        assertThat(PlanReading.task(plan, "Pour").details().actualHours()).isEqualTo(6);
        assertThat(PlanReading.task(plan, "Pour").details().description()).isEqualTo("Two barrows");
        assertThat(PlanReading.task(plan, "Pour").details().assignee()).isEqualTo("Ada");
        assertThat(PlanReading.findings(plan))
                .containsExactly(
                        "CHANGED TASK 5:0 [Walls] It will start when the other task is finished; the file has another"
                                + " kind of dependency.");
    }

    @Test
    void whatIsNoProjectIsRefused() {
        byte[] damaged = new byte[5_000];
        int[] signature = {0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1};
        for (int i = 0; i < signature.length; i++) {
            damaged[i] = (byte) signature[i];
        }

        assertThat(problem("a.mpp", damaged, PlanLimits.DEFAULT))
                .isEqualTo("This Microsoft Project file cannot be read. Save it as XML in Microsoft Project,"
                        + " and choose that file.");
    }
}
