package io.graphtracker.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.graphtracker.project.GraphCommand.AddTask;
import io.graphtracker.project.GraphCommand.Collapse;
import io.graphtracker.project.GraphCommand.Connect;
import io.graphtracker.project.GraphCommand.DeleteTasks;
import io.graphtracker.project.GraphCommand.Disconnect;
import io.graphtracker.project.GraphCommand.EditTask;
import io.graphtracker.project.GraphCommand.MakeGroup;
import io.graphtracker.project.GraphCommand.MoveTasks;
import io.graphtracker.project.GraphCommand.PutIntoGroup;
import io.graphtracker.project.GraphCommand.Ungroup;
import io.graphtracker.testing.DatabaseSlice;
import io.graphtracker.testing.TemporaryHome;
import io.graphtracker.testing.UsuallyAQuarter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever two pages change and undo, and however patches are delivered, both finally show the stored graph. */
@SuppressWarnings("NullAway.Init") // set before the tests
@AddLifecycleHook(UsuallyAQuarter.class)
class TwoPagesPropertiesTest {

    private static final int INITIAL_TASKS = 8;

    private static ConfigurableApplicationContext application;
    private static ProjectService projects;
    private static GraphFixture graphs;
    private static GraphChanges changes;
    private static GraphColumnsReader columns;
    private static GraphUpdates updates;
    private static JdbcClient sql;

    private enum Kind {
        ADD,
        ADD_AFTER,
        EDIT,
        MOVE,
        DELETE,
        CONNECT,
        DISCONNECT,
        PUT_INTO_GROUP,
        MAKE_GROUP,
        UNGROUP,
        COLLAPSE,
        UNDO,
        REDO
    }

    /**
     * A step of a page.
     *
     * @param one chooses the object of the step, as does {@code other}
     */
    record Step(int page, Kind kind, int one, int other) {

        String pageId() {
            return "page " + page;
        }
    }

    @BeforeContainer
    static void start() {
        application = new SpringApplicationBuilder(DatabaseSlice.class)
                .web(WebApplicationType.NONE)
                .properties("DATABASE_URL=", "GRAPH_TRACKER_HOME=" + TemporaryHome.create())
                .run();
        projects = application.getBean(ProjectService.class);
        graphs = application.getBean(GraphFixture.class);
        changes = application.getBean(GraphChanges.class);
        columns = application.getBean(GraphColumnsReader.class);
        updates = application.getBean(GraphUpdates.class);
        sql = JdbcClient.create(application.getBean(DataSource.class));
    }

    @AfterContainer
    static void stop() {
        application.close();
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.of(Kind.class),
                        Arbitraries.integers().between(0, 1000),
                        Arbitraries.integers().between(0, 1000))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void bothShowInTheEndWhatIsStored(@ForAll("steps") List<Step> steps, @ForAll long seed) {
        UUID project = plan();
        List<Change> published = new ArrayList<>();
        GraphUpdates.Subscription subscription = updates.subscribe(project, published::add);
        ClientGraph lossy = new ClientGraph(() -> fetch(project));
        ClientGraph merging = new ClientGraph(() -> fetch(project));
        Random random = new Random(seed);
        List<GraphPatch> waiting = new ArrayList<>();
        int told = 0;
        for (Step step : steps) {
            perform(project, step);
            assertRules(project);
            for (; told < published.size(); told++) {
                waiting.add(published.get(told).patch());
                deliver(lossy, published, told, random);
            }
            if (random.nextInt(3) == 0) {
                GraphPatch.merge(shuffled(waiting, random)).forEach(merging::apply);
                waiting.clear();
            }
        }
        subscription.end();
        assertConsecutive(published);
        GraphPatch.merge(shuffled(waiting, random)).forEach(merging::apply);
        assertShows(merging, project);
        assertThat(merging.fetches()).as("nothing was missing").isOne();
        if (!published.isEmpty()) {
            lossy.apply(published.getLast().patch());
        }
        assertShows(lossy, project);
    }

    /** Delivers patches once, several times, too early, late, or not at all. */
    private static void deliver(ClientGraph client, List<Change> published, int latest, Random random) {
        for (int times = random.nextInt(3); times > 0; times--) {
            client.apply(published.get(Math.max(0, latest - random.nextInt(3))).patch());
        }
    }

    private static List<GraphPatch> shuffled(List<GraphPatch> patches, Random random) {
        List<GraphPatch> shuffled = new ArrayList<>(patches);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
    void whatOnePageDidIsUndoneAndRedoneAsAWhole(@ForAll("steps") List<Step> steps) {
        UUID project = plan();
        Object before = content(project);
        for (Step step : steps) {
            perform(project, new Step(0, step.kind(), step.one(), step.other()));
        }
        Object after = content(project);

        int undone = 0;
        while (changes.undoState(project, "page 0").undo() != null) {
            ChangeResult result = changes.undo(project, "page 0");
            assertThat(result.conflicts()).isEmpty();
            assertThat(result.skipped()).isEqualTo(SkippedRows.NOTHING);
            undone++;
        }
        assertThat(content(project)).isEqualTo(before);
        for (; undone > 0 && changes.undoState(project, "page 0").redo() != null; undone--) {
            changes.redo(project, "page 0");
        }
        assertThat(undone).isZero();
        assertThat(content(project)).isEqualTo(after);
    }

    private static UUID plan() {
        UUID project = projects.create("Plan").id();
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < INITIAL_TASKS; i++) {
            ids.add(graphs.addTask(project, "T" + i, new Position(i, i)).id());
        }
        for (int group = 0; group < 3; group++) {
            sql.sql("update node set is_group = true where id = ?")
                    .param(ids.get(group).toString())
                    .update();
        }
        return project;
    }

    private static void perform(UUID project, Step step) {
        ProjectGraph graph = graphs.load(project);
        try {
            switch (step.kind()) {
                case UNDO -> changes.undo(project, step.pageId());
                case REDO -> changes.redo(project, step.pageId());
                default -> {
                    GraphCommand command = command(graph, step);
                    if (command != null) {
                        changes.execute(project, step.pageId(), command);
                    }
                }
            }
        } catch (ProjectException e) {
            // correctly refused by the rules
        }
    }

    private static @Nullable GraphCommand command(ProjectGraph graph, Step step) {
        List<Task> tasks = graph.tasks();
        if (step.kind() == Kind.ADD || tasks.isEmpty()) {
            return new AddTask("New " + step.one(), new Position(step.one(), step.other() / 7.0));
        }
        Task task = tasks.get(step.one() % tasks.size());
        Task another = tasks.get(step.other() % tasks.size());
        return switch (step.kind()) {
            case EDIT ->
                new EditTask(
                        task.id(),
                        task.details(),
                        task.details()
                                .with(TaskField.TITLE, "Title " + step.other() % 3)
                                .with(TaskField.STATUS, TaskStatus.values()[step.other() % 5])
                                .with(TaskField.TAGS, Set.of("tag" + step.other() % 2)));
            case MOVE -> new MoveTasks(Map.of(task.id(), new Position(step.other() % 5, 1.5)));
            case DELETE -> new DeleteTasks(Set.of(task.id()));
            case CONNECT -> new Connect(task.id(), another.id());
            case DISCONNECT ->
                graph.dependencies().isEmpty()
                        ? null
                        : new Disconnect(Set.of(graph.dependencies()
                                .get(step.one() % graph.dependencies().size())
                                .id()));
            case PUT_INTO_GROUP -> new PutIntoGroup(Set.of(task.id()), step.other() % 4 == 0 ? null : another.id());
            case MAKE_GROUP -> new MakeGroup("Group " + step.one(), Set.copyOf(List.of(task.id(), another.id())));
            case UNGROUP -> new Ungroup(Set.of(task.id()));
            case COLLAPSE -> new Collapse(Set.of(task.id()), step.other() % 2 == 0);
            default -> new AddTask("After " + step.one(), new Position(0, step.other()), null, task.id());
        };
    }

    private static void assertRules(UUID project) {
        ProjectGraph graph = graphs.load(project);
        assertThatCode(() -> graphs.criticalPath(project)).doesNotThrowAnyException();
        Map<UUID, Task> tasks = graph.tasks().stream().collect(Collectors.toMap(Task::id, Function.identity()));
        assertAcyclic(graph);
        for (Task task : graph.tasks()) {
            Set<UUID> around = new HashSet<>(Set.of(task.id()));
            for (UUID id = task.parentId(); id != null; id = tasks.get(id).parentId()) {
                assertThat(tasks.get(id).group()).isTrue();
                assertThat(around.add(id)).as("a group in itself").isTrue();
            }
        }
    }

    /** Slow, and obviously correct: each dependency as those of all tasks in its groups. */
    private static void assertAcyclic(ProjectGraph graph) {
        Map<UUID, Set<UUID>> next = new HashMap<>();
        for (Dependency dependency : graph.dependencies()) {
            for (UUID source : leaves(dependency.sourceId(), graph.tasks())) {
                next.computeIfAbsent(source, id -> new HashSet<>())
                        .addAll(leaves(dependency.targetId(), graph.tasks()));
            }
        }
        Set<UUID> open = new HashSet<>(next.keySet());
        while (open.removeIf(id -> next.get(id).stream().noneMatch(open::contains))) {
            // those that lead to no other are removed until none is left, or only cycles
        }
        assertThat(open).as("tasks in cycles").isEmpty();
    }

    private static Set<UUID> leaves(UUID id, List<Task> tasks) {
        Set<UUID> leaves = new HashSet<>();
        for (Task task : tasks) {
            if (task.id().equals(id) && !task.group()) {
                leaves.add(id);
            } else if (id.equals(task.parentId())) {
                leaves.addAll(leaves(task.id(), tasks));
            }
        }
        return leaves;
    }

    private static void assertConsecutive(List<Change> published) {
        for (int i = 1; i < published.size(); i++) {
            assertThat(published.get(i).patch().from())
                    .isEqualTo(published.get(i - 1).patch().to());
        }
    }

    private static void assertShows(ClientGraph client, UUID project) {
        ClientGraph.Fetched stored = fetch(project);
        JsonNode json = JsonMapper.shared().valueToTree(columns.read(project).orElseThrow());
        assertThat(ColumnsAsGraph.of(json, stored.graph())).isEqualTo(stored.graph());
        assertThat(client.revision()).isEqualTo(stored.revision());
        assertThat(client.tasks().values())
                .containsExactlyInAnyOrderElementsOf(stored.graph().tasks());
        assertThat(client.dependencies().values())
                .containsExactlyInAnyOrderElementsOf(stored.graph().dependencies());
    }

    private static ClientGraph.Fetched fetch(UUID project) {
        return new ClientGraph.Fetched(columns.revision(project).orElseThrow(), graphs.load(project));
    }

    private static Object content(UUID project) {
        ProjectGraph graph = graphs.load(project);
        return List.of(graph.tasks().stream().map(task -> task.inVersion(0)).toList(), graph.dependencies());
    }
}
