package io.graphtracker.project.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.graphtracker.project.Position;
import io.graphtracker.project.ProjectSummary;
import io.graphtracker.project.Task;
import io.graphtracker.project.TaskStatus;
import io.graphtracker.testing.StatementCounter;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** How many statements a page costs, whatever the size of its graph. */
@Import(PageQueriesViewTest.Counting.class)
class PageQueriesViewTest extends PageTest {

    @Autowired
    private StatementCounter statements;

    private ProjectSummary project;
    private Task pack;

    @TestConfiguration
    static class Counting {
        @Bean
        static StatementCounter statementCounter() {
            return new StatementCounter();
        }
    }

    @BeforeEach
    void makePlan() {
        project = projects.create("Move house");
        pack = task(project, "Pack");
        for (int number = 0; number < 20; number++) {
            graphs.connect(pack.id(), task(project, "Task " + number).id());
        }
        open(project);
        MockVaadin.clientRoundtrip(false);
    }

    private long count(Runnable work) {
        return statements.count(() -> {
            work.run();
            MockVaadin.clientRoundtrip(false);
            return true;
        });
    }

    /** What a user has chosen is known after the first page. */
    @Test
    void openingAPageCostsFewQueries() {
        newSession();

        assertThat(count(() -> open(project))).isLessThanOrEqualTo(6);
    }

    @Test
    void anEditCostsFewQueries() {
        selectOnCanvas(pack);

        assertThat(count(() -> _setValue(withId(TextField.class, "taskTitle"), "Pack boxes")))
                .isLessThanOrEqualTo(6);
        assertThat(reload(project, pack.id()).title()).isEqualTo("Pack boxes");
    }

    @Test
    void anEditCostsNoMoreWhileAPathIsShown() {
        estimate(pack, 3);
        click("btnCriticalPath");
        selectOnCanvas(pack);
        MockVaadin.clientRoundtrip(false);

        assertThat(count(() -> _setValue(withId(TextField.class, "taskTitle"), "Pack boxes")))
                .isLessThanOrEqualTo(6);
        assertThat(_get(OrderedList.class).getElement().getTextRecursively()).startsWith("Pack boxes");
    }

    @Test
    void anEditCostsNoMoreWhileThereIsAFilter() {
        selectOnCanvas(pack);
        long without = count(() -> _setValue(withId(TextField.class, "taskTitle"), "Pack boxes"));
        _get(FilterMenu.class).click();
        _setValue(statuses(), Set.of(TaskStatus.PLANNED));
        MockVaadin.clientRoundtrip(false);

        assertThat(count(() -> _setValue(withId(TextField.class, "taskTitle"), "Pack more boxes")))
                .isLessThanOrEqualTo(without);
    }

    @SuppressWarnings("unchecked")
    private static CheckboxGroup<TaskStatus> statuses() {
        return withId(CheckboxGroup.class, "filterStatuses");
    }

    /** Beside what the change itself costs the page that makes it. */
    @Test
    void aChangeOfAnotherPageCostsFewQueries() {
        long alone =
                statements.count(() -> graphs.addTask(projects.create("Alone").id(), "A", new Position(0, 0)));

        assertThat(count(() -> task(project, "B"))).isLessThanOrEqualTo(alone + 1);
    }

    @Test
    void anEditCostsNoMoreWhileTheOutlineIsOpen() {
        NativeDetails outline = withId(NativeDetails.class, "outline");
        outline.setOpen(true);
        ComponentUtil.fireEvent(outline, new NativeDetails.ToggleEvent(outline, true));
        selectOnCanvas(pack);
        MockVaadin.clientRoundtrip(false);

        assertThat(count(() -> _setValue(withId(TextField.class, "taskTitle"), "Pack boxes")))
                .isLessThanOrEqualTo(6);
        assertThat(count(() -> _setValue(taskStatus(), TaskStatus.DONE))).isLessThanOrEqualTo(6);
    }

    /**
     * The outline sorts its rows anew without reading them: it reads the dependencies of the row that has changed, and the
     * row that the new order brings into view.
     */
    @Test
    void aDependencyOfOthersCostsNoMoreWhileTheOutlineIsOpen() {
        Task one = task(project, "One");
        Task other = task(project, "Other");
        MockVaadin.clientRoundtrip(false);
        long without = count(() -> graphs.connect(other.id(), one.id()));
        NativeDetails outline = withId(NativeDetails.class, "outline");
        outline.setOpen(true);
        ComponentUtil.fireEvent(outline, new NativeDetails.ToggleEvent(outline, true));
        MockVaadin.clientRoundtrip(false);

        assertThat(count(() -> graphs.connect(pack.id(), other.id()))).isLessThanOrEqualTo(without + 2);
    }

    @SuppressWarnings("unchecked")
    private static Select<TaskStatus> taskStatus() {
        return withId(Select.class, "taskStatus");
    }
}
