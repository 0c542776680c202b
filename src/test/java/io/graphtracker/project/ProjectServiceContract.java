package io.graphtracker.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.TimeZone;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

abstract class ProjectServiceContract extends ProjectContract {

    private static final String NAME_200 = "x".repeat(200);

    @Test
    void aNewProjectIsEmptyAndCanBeFound() {
        ProjectSummary made = projects.create("  Garden \n");

        assertThat(made).isEqualTo(new ProjectSummary(made.id(), "Garden", false, START, Progress.NONE));
        assertThat(projects.find(made.id())).contains(made);
        assertThat(projects.list(false)).containsExactly(made);
        assertThat(projects.list(true)).isEmpty();
    }

    @Test
    void whatIsNotThereIsNotFound() {
        UUID nobody = UUID.randomUUID();

        assertThat(projects.find(nobody)).isEmpty();
        assertThat(refusal(() -> projects.rename(nobody, "Plan"))).isEqualTo("project.error.project-not-found");
        assertThat(refusal(() -> projects.setArchived(nobody, true))).isEqualTo("project.error.project-not-found");
        assertThat(refusal(() -> projects.delete(nobody))).isEqualTo("project.error.project-not-found");
    }

    @Test
    void aProjectIsDeletedWithItsContentAndNoOther() {
        ProjectSummary other = projects.createSample();
        UUID id = projects.createSample().id();

        projects.delete(id);

        assertThat(projects.find(id)).isEmpty();
        assertThat(projects.list(false)).containsExactly(other);
        assertThat(other.taskCount()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\t\n\u2003"})
    void aBlankNameIsRefused(String name) {
        UUID id = newProject();

        assertThat(refusal(() -> projects.create(name))).isEqualTo("project.error.name-blank");
        assertThat(refusal(() -> projects.rename(id, name))).isEqualTo("project.error.name-blank");
        assertThat(projects.list(false))
                .singleElement()
                .extracting(ProjectSummary::name)
                .isEqualTo("Plan");
    }

    @Test
    void aNameCanHave200Characters() {
        assertThat(projects.create(" " + NAME_200 + " ").name()).isEqualTo(NAME_200);
        assertThat(refusal(() -> projects.create(NAME_200 + "x"))).isEqualTo("project.error.name-too-long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Jalapeño’s “plan” 計画 🌱", "'; drop table project; --", "a\\b%_"})
    void aNameIsKeptAsItIs(String name) {
        UUID id = projects.create(name).id();

        assertThat(projects.find(id)).map(ProjectSummary::name).contains(name);
    }

    @Test
    void renamingAndArchivingAreChanges() {
        UUID id = newProject();

        assertThat(touches(id, () -> projects.rename(id, " Other "))).isTrue();
        assertThat(touches(id, () -> projects.setArchived(id, true))).isTrue();

        assertThat(projects.list(false)).isEmpty();
        assertThat(projects.list(true)).singleElement().satisfies(project -> {
            assertThat(project.name()).isEqualTo("Other");
            assertThat(project.archived()).isTrue();
        });
        projects.setArchived(id, false);
        assertThat(projects.list(false)).hasSize(1);
    }

    @Test
    void theNewestChangeComesFirst() {
        UUID first = newProject();
        UUID second = newProject();
        clock.advance(Duration.ofMillis(1));
        UUID third = newProject();
        assertThat(projects.list(false)).extracting(ProjectSummary::id).containsExactly(third, second, first);

        clock.advance(Duration.ofMillis(1));
        task(first, "Task");

        assertThat(projects.list(false)).extracting(ProjectSummary::id).containsExactly(first, third, second);
    }

    @Test
    void tasksAreCountedAndGroupsAreNot() {
        UUID id = newProject();
        UUID done = task(id, "Done");
        edit(done, new TaskDetails("Done", "", TaskStatus.DONE, null));
        group(id, done, task(id, "Open"));
        UUID empty = newProject();

        assertThat(projects.find(id))
                .get()
                .returns(2L, ProjectSummary::taskCount)
                .returns(1L, summary -> summary.progress().doneTasks());
        assertThat(projects.find(empty))
                .get()
                .returns(0L, ProjectSummary::taskCount)
                .returns(0L, summary -> summary.progress().doneTasks());
    }

    @Test
    void theListCostsOneStatementHoweverLongItIs() {
        for (int i = 0; i < 5; i++) {
            task(newProject(), "Task");
        }

        assertThat(statements(() -> projects.list(false))).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Europe/Berlin", "America/Los_Angeles", "Asia/Kolkata"})
    void anInstantIsTheSameWhateverTheZoneOfTheServerIs(String zone) {
        TimeZone before = TimeZone.getDefault();
        // an hour that occurs twice in Berlin, and one that does not occur
        for (String time :
                new String[] {"2026-10-25T00:30:00.001Z", "2026-10-25T01:30:00.002Z", "2026-03-29T01:30:00Z"}) {
            clock.set(Instant.parse(time));
            try {
                TimeZone.setDefault(TimeZone.getTimeZone(zone));
                UUID id = newProject();
                TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
                assertThat(projects.find(id)).map(ProjectSummary::updatedAt).contains(Instant.parse(time));
            } finally {
                TimeZone.setDefault(before);
            }
        }
    }

    @Test
    void theSampleIsAProjectLikeAnyOther() {
        ProjectSummary sample = projects.createSample();

        assertThat(sample.name()).contains("clinic");
        assertThat(sample.taskCount()).isBetween(30L, 50L);
        assertThat(sample.progress().doneTasks()).isBetween(5L, sample.taskCount() - 5);
        assertThat(projects.find(sample.id())).contains(sample);
        assertThat(graphs.load(sample.id()).dependencies()).hasSizeGreaterThan(40);
        assertThat(projects.createSample().id()).isNotEqualTo(sample.id());
    }
}
