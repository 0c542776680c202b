package io.graphtracker.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway.Init") // set before each test
abstract class GraphServiceContract extends ProjectContract {

    private static final String TITLE_200 = "x".repeat(200);
    private static final UUID NOBODY = new UUID(0, 0);

    private UUID project;
    private UUID a;
    private UUID b;
    private UUID c;

    @BeforeEach
    void threeTasks() {
        project = newProject();
        a = task(project, "A");
        b = task(project, "B");
        c = task(project, "C");
    }

    @Test
    void aNewTaskIsPlannedAndStandsWhereItWasPut() {
        Task made = graphs.addTask(project, "  Dig \t", new Position(-12.5, 1e6));

        assertThat(made)
                .isEqualTo(new Task(
                        made.id(),
                        null,
                        false,
                        new TaskDetails("Dig", "", TaskStatus.PLANNED, null),
                        new Position(-12.5, 1e6),
                        false,
                        made.version()));
        assertThat(stored(project, made.id())).isEqualTo(made);
        assertThat(graphs.find(project, made.id())).contains(made);
        assertThat(graphs.find(newProject(), made.id())).isEmpty();
    }

    @Test
    void tasksAndDependenciesComeInTheOrderOfTheirMaking() {
        Dependency second = graphs.connect(b, c);
        Dependency third = graphs.connect(a, b);
        newProject();

        ProjectGraph graph = graphs.load(project);

        assertThat(graph.projectId()).isEqualTo(project);
        assertThat(graph.tasks()).extracting(Task::title).containsExactly("A", "B", "C");
        assertThat(graph.dependencies()).containsExactly(second, third);
    }

    @Test
    void aProjectThatIsNotThereHasNoGraph() {
        assertThat(refusal(() -> graphs.load(NOBODY))).isEqualTo("project.error.project-not-found");
        assertThat(refusal(() -> graphs.criticalPath(NOBODY))).isEqualTo("project.error.project-not-found");
        assertThat(refusal(() -> graphs.addTask(NOBODY, "A", ORIGIN))).isEqualTo("project.error.project-not-found");
    }

    @Test
    void aTitleTurnsNoTextAroundIt() {
        assertThat(graphs.addTask(project, "\u202EDig\u202A \u2066the\u2069 pond\u200F", ORIGIN)
                        .title())
                .isEqualTo("Dig the pond\u200F");
        assertThat(refusal(() -> graphs.addTask(project, " \u202E ", ORIGIN))).isEqualTo("project.error.title-blank");
    }

    @Test
    void aTitleIsNeededAndCanHave200Characters() {
        assertThat(refusal(() -> graphs.addTask(project, " ", ORIGIN))).isEqualTo("project.error.title-blank");
        assertThat(refusal(() -> graphs.addTask(project, TITLE_200 + "x", ORIGIN)))
                .isEqualTo("project.error.title-too-long");
        assertThat(graphs.addTask(project, TITLE_200, ORIGIN).title()).isEqualTo(TITLE_200);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(doubles = {0, 0.25, 100_000})
    void detailsAreKept(@Nullable Double hours) {
        for (TaskStatus status : TaskStatus.values()) {
            edit(a, new TaskDetails(" Dig ", " first line\nsecond 🌱 ", status, hours));

            Task task = stored(project, a);
            assertThat(task.title()).isEqualTo("Dig");
            assertThat(task.description()).isEqualTo("first line\nsecond 🌱");
            assertThat(task.status()).isEqualTo(status);
            assertThat(task.plannedHours()).isEqualTo(hours);
        }
    }

    @Test
    void whatElseIsKnownIsKept() {
        TaskDetails wanted = new TaskDetails(
                "Dig",
                "",
                TaskStatus.DONE,
                TaskPriority.HIGH,
                2.5,
                3.25,
                " Anna ",
                Set.of("garden, Outside", "autumn"),
                "HTTPS://example.org/dig?a=b#c");
        edit(a, wanted);

        TaskDetails stored = stored(project, a).details();
        assertThat(stored)
                .isEqualTo(new TaskDetails(
                        "Dig",
                        "",
                        TaskStatus.DONE,
                        TaskPriority.HIGH,
                        2.5,
                        3.25,
                        "Anna",
                        Set.of("garden", "Outside", "autumn"),
                        "https://example.org/dig?a=b#c"));
        assertThat(stored.tags()).containsExactly("autumn", "garden", "Outside");

        edit(a, new TaskDetails("Dig", "", TaskStatus.DONE, null));
        assertThat(shown(a)).isEqualTo(new TaskDetails("Dig", "", TaskStatus.DONE, null));
    }

    @Test
    void whatSomeoneElseWroteMeanwhileStays() {
        TaskDetails shownToBoth = shown(a);
        graphs.update(a, shownToBoth, new TaskDetails("A", "All new", TaskStatus.BLOCKED, 3.0));

        graphs.update(a, shownToBoth, new TaskDetails("A2 ", "", TaskStatus.PLANNED, null));

        assertThat(shown(a)).isEqualTo(new TaskDetails("A2", "All new", TaskStatus.BLOCKED, 3.0));
    }

    @Test
    void whatWasWrittenCanBeTakenBack() {
        TaskDetails written = new TaskDetails("A", "All new", TaskStatus.BLOCKED, 3.0);
        edit(a, written);

        graphs.update(a, written, new TaskDetails("A", "", TaskStatus.PLANNED, null));

        assertThat(shown(a)).isEqualTo(new TaskDetails("A", "", TaskStatus.PLANNED, null));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 100_000.01, Double.NaN, Double.POSITIVE_INFINITY})
    void impossibleHoursAreRefused(double hours) {
        assertThat(refusal(() -> edit(a, new TaskDetails("A", "", TaskStatus.DONE, hours))))
                .isEqualTo("project.error.hours-out-of-range");
        assertThat(stored(project, a).status()).isEqualTo(TaskStatus.PLANNED);
    }

    @Test
    void otherBadDetailsAreRefused() {
        String long10000 = "x".repeat(10_000);
        assertThat(refusal(() -> edit(a, details("", "")))).isEqualTo("project.error.title-blank");
        assertThat(refusal(() -> edit(a, details("A", long10000 + "x"))))
                .isEqualTo("project.error.description-too-long");
        assertThat(refusal(() -> graphs.update(NOBODY, shown(a), details("A", ""))))
                .isEqualTo("project.error.node-not-found");

        edit(a, details("A", long10000));
        assertThat(stored(project, a).description()).hasSize(10_000);
    }

    @Test
    void aTaskCanBeMoved() {
        graphs.move(Map.of(a, new Position(3.25, -4)));

        assertThat(stored(project, a).position()).isEqualTo(new Position(3.25, -4));
        assertThat(stored(project, b).position()).isEqualTo(ORIGIN);
        assertThat(refusal(() -> graphs.move(Map.of(NOBODY, ORIGIN)))).isEqualTo("project.error.node-not-found");
    }

    @Test
    void tasksAreMovedTogetherButForThoseThatAreGone() {
        graphs.delete(b);
        Position there = new Position(7, 8);

        assertThat(graphs.move(Map.of(a, there, b, there, c, there))).isEqualTo(2);

        assertThat(graphs.load(project).tasks()).extracting(Task::position).containsExactly(there, there);
        assertThat(graphs.move(Map.of())).isZero();
    }

    @Test
    void changesOfContentAreChangesOfTheProjectAndMovesAreNot() {
        assertThat(touches(project, () -> graphs.move(Map.of(a, new Position(1, 1)))))
                .isFalse();
        assertThat(touches(project, () -> task(project, "D"))).isTrue();
        assertThat(touches(project, () -> edit(a, details("A2", "")))).isTrue();
        assertThat(touches(project, () -> graphs.connect(a, b))).isTrue();
        UUID dependency = graphs.load(project).dependencies().getFirst().id();
        assertThat(touches(project, () -> graphs.disconnect(dependency))).isTrue();
        assertThat(touches(project, () -> graphs.delete(a))).isTrue();
    }

    @Test
    void aDeletedTaskTakesItsDependenciesWithIt() {
        graphs.connect(a, b);
        graphs.connect(b, c);
        Dependency stays = graphs.connect(a, c);

        graphs.delete(b);

        ProjectGraph graph = graphs.load(project);
        assertThat(graph.tasks()).extracting(Task::id).containsExactly(a, c);
        assertThat(graph.dependencies()).containsExactly(stays);
        assertThat(sql.sql("select count(*) from node_layout").query(Long.class).single())
                .isEqualTo(2);
    }

    @Test
    void whatIsGoneAlreadyCanBeDeletedAgain() {
        Dependency dependency = graphs.connect(a, b);
        graphs.disconnect(dependency.id());
        graphs.delete(c);

        assertThat(touches(project, () -> graphs.disconnect(dependency.id()))).isFalse();
        assertThat(touches(project, () -> graphs.delete(c))).isFalse();
    }

    @Test
    void whatLayInADeletedGroupMovesUp() {
        UUID inner = group(project, a, b);
        UUID outer = group(project, inner);

        graphs.delete(inner);
        assertThat(stored(project, a).parentId()).isEqualTo(outer);
        assertThat(stored(project, b).parentId()).isEqualTo(outer);
        assertThat(stored(project, c).parentId()).isNull();

        graphs.delete(outer);
        assertThat(stored(project, a).parentId()).isNull();
        assertThat(graphs.load(project).tasks()).hasSize(3);
    }

    @Test
    void aDependencyPointsFromSourceToTargetAndCanBeRemoved() {
        Dependency made = graphs.connect(a, b);

        assertThat(made).isEqualTo(new Dependency(made.id(), a, b));
        assertThat(graphs.load(project).dependencies()).containsExactly(made);
        graphs.disconnect(made.id());
        assertThat(graphs.load(project).dependencies()).isEmpty();
    }

    @Test
    void impossibleDependenciesAreRefused() {
        graphs.connect(a, b);
        graphs.connect(b, c);
        UUID elsewhere = task(newProject(), "Elsewhere");

        assertThat(refusal(() -> graphs.connect(a, a))).isEqualTo("project.error.edge-self");
        assertThat(refusal(() -> graphs.connect(a, b))).isEqualTo("project.error.edge-duplicate");
        assertThat(refusal(() -> graphs.connect(b, a))).isEqualTo("project.error.edge-cycle");
        assertThat(refusal(() -> graphs.connect(c, a))).isEqualTo("project.error.edge-cycle");
        assertThat(refusal(() -> graphs.connect(a, elsewhere))).isEqualTo("project.error.node-not-found");
        assertThat(refusal(() -> graphs.connect(NOBODY, a))).isEqualTo("project.error.node-not-found");
        assertThat(refusal(() -> graphs.connect(a, NOBODY))).isEqualTo("project.error.node-not-found");
        assertThat(graphs.load(project).dependencies()).hasSize(2);

        graphs.connect(a, c);
    }

    @Test
    void aRefusedDependencyIsNoChange() {
        graphs.connect(a, b);

        assertThat(touches(project, () -> refusal(() -> graphs.connect(b, a)))).isFalse();
    }

    @Test
    void theCriticalPathIsReadFromTheDatabase() {
        UUID long1 = task(project, "Long", 5);
        Dependency first = graphs.connect(a, long1);
        Dependency second = graphs.connect(long1, c);
        graphs.connect(a, b);

        assertThat(graphs.criticalPath(project)).satisfies(path -> {
            assertThat(path.chain()).containsExactly(a, long1, c);
            assertThat(path.dependencyIds()).containsExactly(first.id(), second.id());
            assertThat(path.minutes()).isEqualTo(300);
        });
    }

    @Test
    void aGraphCostsAsManyStatementsWhateverItsSizeIs() {
        long small = statements(() -> graphs.load(project));
        UUID sample = projects.createSample().id();

        assertThat(statements(() -> graphs.load(sample))).isEqualTo(small).isLessThanOrEqualTo(3);
        assertThat(statements(() -> graphs.criticalPath(sample))).isEqualTo(small);
    }

    private static TaskDetails details(String title, String description) {
        return new TaskDetails(title, description, TaskStatus.PLANNED, null);
    }
}
