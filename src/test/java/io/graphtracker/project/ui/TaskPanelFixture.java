package io.graphtracker.project.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import io.graphtracker.project.ProjectSummary;
import io.graphtracker.project.Task;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** The Task tab of a project with two tasks. */
abstract class TaskPanelFixture extends PageTest {

    ProjectSummary project;
    Task pack;
    Task drive;

    @BeforeEach
    void openProject() {
        project = projects.create("Move house");
        pack = task(project, "Pack");
        drive = task(project, "Drive");
        open(project);
    }

    static TextField title() {
        return withId(TextField.class, "taskTitle");
    }

    static TextField hours() {
        return withId(TextField.class, "taskPlannedHours");
    }

    static List<String> buttonNames() {
        return _find(Button.class).stream()
                .flatMap(button -> button.getAriaLabel().stream())
                .toList();
    }

    static Button named(String name) {
        return _find(Button.class).stream()
                .filter(button -> button.getAriaLabel().filter(name::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }
}
