package io.graphtracker.project.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.graphtracker.database.AfterCommitException;
import io.graphtracker.database.DatabaseGeneration;
import io.graphtracker.feedback.Feedback;
import io.graphtracker.project.Dependency;
import io.graphtracker.project.Position;
import io.graphtracker.project.ProjectException;
import io.graphtracker.project.ProjectGraph;
import io.graphtracker.project.ProjectSummary;
import io.graphtracker.project.Task;
import io.graphtracker.project.TaskDetails;
import io.graphtracker.project.TaskStatus;
import io.graphtracker.texts.Texts;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What is stored although the page cannot show it, and what is not stored because the page shows an earlier database.
 */
class GraphModelViewTest extends PageTest {

    private final DatabaseGeneration database = new DatabaseGeneration();

    @Autowired
    private ObjectProvider<Feedback> feedback;

    @Autowired
    private Texts texts;

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
        graph = new GraphModel(graphs, project.id(), database, feedback.getObject(), texts);
        graph.addListener(new GraphModel.Listener() {
            @Override
            public void graphChanged() {
                throw new IllegalStateException("the page cannot show it");
            }
        });
    }

    @Test
    void aChangeThatCannotBeShownIsToldAsStored() {
        assertThatExceptionOfType(AfterCommitException.class)
                .isThrownBy(() -> graph.addTask("Third", new Position(0, 0)));
        assertThatExceptionOfType(AfterCommitException.class).isThrownBy(() -> graph.connect(first.id(), second.id()));
        assertThatExceptionOfType(AfterCommitException.class).isThrownBy(() -> graph.delete(first.id()));

        assertThat(graphs.load(project.id()).tasks()).extracting(Task::title).containsExactly("Second", "Third");
    }

    /** After a restore the same ids are those of other content. */
    @Test
    void aPageOfAnEarlierDatabaseWritesNothing() {
        Dependency dependency = graphs.connect(first.id(), second.id());
        GraphModel page = new GraphModel(graphs, project.id(), database, feedback.getObject(), texts);
        TaskDetails shown = new TaskDetails("First", "", TaskStatus.PLANNED, null);
        ProjectGraph before = graphs.load(project.id());
        database.advance();

        assertThat(page.addTask("Third", new Position(0, 0))).isEmpty();
        assertThat(page.update(first.id(), shown, new TaskDetails("Changed", "", TaskStatus.DONE, 1.0)))
                .isFalse();
        assertThat(page.delete(first.id())).isFalse();
        assertThat(page.disconnect(dependency)).isFalse();
        page.moved(Map.of(first.id(), new Position(5, 5)));
        page.moveBy(first, 5, 5);

        assertThat(graphs.load(project.id())).isEqualTo(before);
    }

    @Test
    void aPageOfAnEarlierDatabaseConnectsNothing() {
        database.advance();

        assertThatExceptionOfType(ProjectException.class)
                .isThrownBy(() -> graph.connect(first.id(), second.id()))
                .returns("project.error.database-replaced", ProjectException::messageKey);
        assertThat(graphs.load(project.id()).dependencies()).isEmpty();
    }

    @Test
    void aChangeThatWasRefusedIsNotToldAsStored() {
        TaskDetails details = new TaskDetails("Gone", "", TaskStatus.PLANNED, null);

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> graph.update(UUID.randomUUID(), details, details));
    }
}
