package io.graphtracker.project.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.graphtracker.database.AfterCommitException;
import io.graphtracker.database.DatabaseGeneration;
import io.graphtracker.project.Change;
import io.graphtracker.project.ChangeResult;
import io.graphtracker.project.CriticalPath;
import io.graphtracker.project.GraphChanges;
import io.graphtracker.project.GraphCommand;
import io.graphtracker.project.GraphCommand.AddTask;
import io.graphtracker.project.GraphCommand.Connect;
import io.graphtracker.project.GraphCommand.DeleteTasks;
import io.graphtracker.project.GraphCommand.EditTask;
import io.graphtracker.project.GraphCommand.MoveTasks;
import io.graphtracker.project.GraphPatch;
import io.graphtracker.project.Position;
import io.graphtracker.project.ProjectException;
import io.graphtracker.project.ProjectGraph;
import io.graphtracker.project.ProjectSummary;
import io.graphtracker.project.Task;
import io.graphtracker.project.TaskDetails;
import io.graphtracker.project.TaskStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a page is told of changes, and what it stores although it cannot show it. */
class GraphModelViewTest extends PageTest {

    private final DatabaseGeneration database = new DatabaseGeneration();
    private final List<GraphPatch> told = new ArrayList<>();
    private int reread;

    @Autowired
    private GraphServices services;

    @Autowired
    private GraphChanges changes;

    private ProjectSummary project;
    private Task first;
    private Task second;
    private GraphModel graph;

    @BeforeEach
    void openGraph() {
        project = projects.create("Move house");
        first = graphs.addTask(project.id(), "First", new Position(0, 0));
        second = graphs.addTask(project.id(), "Second", new Position(0, 0));
        open(project);
        graph = model();
        graph.addListener(new GraphModel.Listener() {
            @Override
            public void changed(GraphPatch patch) {
                told.add(patch);
            }

            @Override
            public void reread() {
                reread++;
            }
        });
    }

    private GraphModel model() {
        return new GraphModel(services, project.id(), "this page", database);
    }

    /** A change that another page makes. */
    private Change changeElsewhere(GraphCommand command) {
        ChangeResult result = changes.execute(project.id(), "another page", command);
        return inGeneration(database.current(), Objects.requireNonNull(result.change()));
    }

    private static Change inGeneration(long generation, Change change) {
        return new Change(
                change.id(),
                change.projectId(),
                generation,
                change.pageId(),
                change.undoOf(),
                change.label(),
                change.patch());
    }

    private static AddTask add(String title) {
        return new AddTask(title, new Position(0, 0));
    }

    @Test
    void itKnowsHowMuchThereIsAndWhichRevisionItIs() {
        graphs.connect(first.id(), second.id());

        assertThat(model().facts().tasks()).isEqualTo(2);
        assertThat(model().facts().dependencies()).isEqualTo(1);
        assertThat(model().facts().revision()).isEqualTo(3);
    }

    @Test
    void itsPartsAreToldOfItsOwnChangesAtOnce() {
        graph.execute(add("Third"));

        assertThat(told).hasSize(1);
        assertThat(graph.facts().tasks()).isEqualTo(3);
        assertThat(graph.undoState().peek().undo()).isNotNull();
    }

    @Test
    void changesOfOthersAreShownTogetherAndOnlyOnce() {
        Change third = changeElsewhere(add("Third"));
        Change fourth = changeElsewhere(add("Fourth"));
        graph.receive(fourth);
        graph.receive(third);
        graph.receive(third);
        graph.applyWaiting();
        graph.receive(fourth);
        graph.applyWaiting();

        assertThat(told).extracting(GraphPatch::tasks).hasSize(1).allMatch(tasks -> tasks.size() == 2);
        assertThat(graph.facts().tasks()).isEqualTo(4);
        assertThat(reread).isZero();
    }

    /** A part may fail because the database is closed; the others must not show an old state from then on. */
    @Test
    void afterAPartHasFailedAllIsReadAgain() {
        AtomicBoolean failing = new AtomicBoolean(true);
        graph.addListener(new GraphModel.Listener() {
            @Override
            public void changed(GraphPatch patch) {
                if (failing.getAndSet(false)) {
                    throw new IllegalStateException("The database is closed");
                }
            }
        });
        graph.receive(changeElsewhere(add("Third")));
        assertThatThrownBy(graph::applyWaiting).hasMessage("The database is closed");

        graph.receive(changeElsewhere(add("Fourth")));
        graph.applyWaiting();

        assertThat(reread).isEqualTo(1);
        assertThat(graph.facts().tasks()).isEqualTo(4);
    }

    @Test
    void whatWasChangedBeforeItIsToldOfChangesIsReadAgain() {
        graph.catchUp();
        assertThat(reread).isZero();
        changeElsewhere(add("Third"));

        graph.catchUp();

        assertThat(reread).isEqualTo(1);
        assertThat(graph.facts().tasks()).isEqualTo(3);
    }

    @Test
    void anotherDatabaseIsNotReadAgain() {
        database.advance();

        graph.reread();

        assertThat(reread).isZero();
    }

    @Test
    void aMoveLeavesTheCriticalPathAlone() {
        graph.analysis().showCriticalPath();
        CriticalPath shown = graph.analysis().criticalPath().orElseThrow();

        graph.execute(new MoveTasks(Map.of(first.id(), new Position(9, 9))));
        assertThat(graph.analysis().criticalPath()).containsSame(shown);

        graph.execute(new Connect(first.id(), second.id()));
        assertThat(graph.analysis().criticalPath()).isPresent().get().isNotSameAs(shown);
    }

    @Test
    void whatArrivedBeforeAnOwnChangeIsShownWithIt() {
        graph.receive(changeElsewhere(add("Third")));

        graph.execute(add("Fourth"));

        assertThat(told).hasSize(1);
        assertThat(told.getFirst().tasks()).extracting(Task::title).containsExactly("Third", "Fourth");
        assertThat(reread).isZero();
    }

    @Test
    void aChangeThatWasNotToldMakesThePageReadAgain() {
        changeElsewhere(add("Never told"));
        graph.receive(changeElsewhere(add("Fourth")));

        graph.applyWaiting();

        assertThat(reread).isEqualTo(1);
        assertThat(graph.facts().tasks()).isEqualTo(4);
        assertThat(graph.facts().revision()).isEqualTo(4);
    }

    @Test
    void whatIsDeletedElsewhereIsNoLongerSelected() {
        graph.select(List.of(first.id(), second.id()));

        graph.receive(changeElsewhere(new DeleteTasks(Set.of(first.id()))));
        graph.applyWaiting();

        assertThat(graph.selection()).containsExactly(second.id());
        assertThat(graph.selectedTask()).contains(second.id());
    }

    @Test
    void changesOfAnotherDatabaseAreIgnored() {
        Change change = changeElsewhere(add("Third"));

        graph.receive(
                new Change(change.id(), change.projectId(), 99, change.pageId(), null, change.label(), change.patch()));
        graph.applyWaiting();

        assertThat(told).isEmpty();
        assertThat(reread).isZero();
    }

    @Test
    void aChangeThatCannotBeShownIsToldAsStored() {
        graph.addListener(new GraphModel.Listener() {
            @Override
            public void changed(GraphPatch patch) {
                throw new IllegalStateException("the page cannot show it");
            }

            @Override
            public void reread() {
                throw new IllegalStateException("the page cannot show it either");
            }
        });

        assertThatExceptionOfType(AfterCommitException.class).isThrownBy(() -> graph.execute(add("Third")));
        assertThatExceptionOfType(AfterCommitException.class)
                .isThrownBy(() -> graph.execute(new Connect(first.id(), second.id())));

        assertThat(graphs.load(project.id()).tasks()).extracting(Task::title).contains("Third");
    }

    /** After a restore the same ids are those of other content. */
    @Test
    void aPageOfAnEarlierDatabaseWritesNothing() {
        TaskDetails wanted = new TaskDetails("Changed", "", TaskStatus.DONE, 1.0);
        graph.execute(add("Third"));
        ProjectGraph before = graphs.load(project.id());
        database.advance();

        List.<Runnable>of(
                        () -> graph.execute(add("Fourth")),
                        () -> graph.execute(new EditTask(first.id(), first.details(), wanted)),
                        () -> graph.execute(new DeleteTasks(Set.of(first.id()))),
                        graph::undo,
                        graph::redo)
                .forEach(change -> assertThatExceptionOfType(ProjectException.class)
                        .isThrownBy(change::run)
                        .returns("project.error.database-replaced", ProjectException::messageKey));

        assertThat(graphs.load(project.id())).isEqualTo(before);
    }

    @Test
    void aChangeThatWasRefusedIsNotToldAsStored() {
        TaskDetails details = new TaskDetails("Gone", "", TaskStatus.PLANNED, null);

        assertThatExceptionOfType(ProjectException.class)
                .isThrownBy(() -> graph.execute(new EditTask(UUID.randomUUID(), details, details)));
        assertThat(told).isEmpty();
    }
}
