package io.graphtracker.project.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.graphtracker.database.DatabaseGeneration;
import io.graphtracker.database.StoredException;
import io.graphtracker.feedback.Feedback;
import io.graphtracker.project.Position;
import io.graphtracker.project.ProjectSummary;
import io.graphtracker.project.Task;
import io.graphtracker.project.TaskDetails;
import io.graphtracker.project.TaskStatus;
import io.graphtracker.texts.Texts;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

/** What is stored although the page cannot show it. */
class GraphModelViewTest extends PageTest {

    @Autowired
    private DatabaseGeneration database;

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
        assertThatExceptionOfType(StoredException.class).isThrownBy(() -> graph.addTask("Third", new Position(0, 0)));
        assertThatExceptionOfType(StoredException.class).isThrownBy(() -> graph.connect(first.id(), second.id()));
        assertThatExceptionOfType(StoredException.class).isThrownBy(() -> graph.delete(first.id()));

        assertThat(graphs.load(project.id()).tasks()).extracting(Task::title).containsExactly("Second", "Third");
    }

    @Test
    void aChangeThatWasRefusedIsNotToldAsStored() {
        TaskDetails details = new TaskDetails("Gone", "", TaskStatus.PLANNED, null);

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> graph.update(UUID.randomUUID(), details, details));
    }
}
