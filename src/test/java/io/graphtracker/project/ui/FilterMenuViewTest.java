package io.graphtracker.project.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import io.graphtracker.project.ProjectSummary;
import io.graphtracker.project.Task;
import io.graphtracker.project.TaskField;
import io.graphtracker.project.TaskFilter;
import io.graphtracker.project.TaskStatus;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the filter says, and what reaches the canvas and the outline; what is dimmed there is shown in a browser. */
class FilterMenuViewTest extends PageTest {

    private ProjectSummary project;
    private Task dig;
    private Task paint;
    private Task house;

    @BeforeEach
    void openProject() {
        project = projects.create("Garden house");
        dig = task(project, "Dig");
        paint = task(project, "Paint");
        house = graphs.makeGroup(project.id(), "House", paint.id());
        set(dig, TaskField.STATUS, TaskStatus.DONE);
        open(project);
        MockVaadin.clientRoundtrip(true);
        _get(FilterMenu.class).click();
        canvasCalls();
    }

    /** As another page would. */
    private void set(Task task, TaskField field, Object value) {
        Task now = reload(project, task.id());
        graphs.update(task.id(), now.details(), now.details().with(field, value));
    }

    private static void choose(TaskStatus... statuses) {
        _setValue(statuses(), Set.of(statuses));
    }

    @SuppressWarnings("unchecked")
    private static CheckboxGroup<TaskStatus> statuses() {
        return withId(CheckboxGroup.class, "filterStatuses");
    }

    @SuppressWarnings("unchecked")
    private static MultiSelectComboBox<String> tags() {
        return withId(MultiSelectComboBox.class, "filterTags");
    }

    @SuppressWarnings("unchecked")
    private static MultiSelectComboBox<String> assignees() {
        return withId(MultiSelectComboBox.class, "filterAssignees");
    }

    private static String result() {
        return withId(Span.class, "filterResult").getText();
    }

    private static String outlineRow(UUID id) {
        TaskOutline outline = _get(TaskOutline.class);
        return GridKt._getFormattedRow(outline, id).getFirst();
    }

    private static TaskOutline openOutline() {
        NativeDetails details = withId(NativeDetails.class, "outline");
        details.setOpen(true);
        ComponentUtil.fireEvent(details, new NativeDetails.ToggleEvent(details, true));
        MockVaadin.clientRoundtrip(false);
        return _get(TaskOutline.class);
    }

    @Test
    void aFilterIsShownSpokenAndCleared() {
        _assertNone(Span.class, spec -> spec.withId("filterResult"));

        choose(TaskStatus.DONE);
        assertThat(canvasCalls()).contains("bringOut");
        assertThat(result()).isEqualTo("Showing 1 of 2 tasks");
        assertThat(spoken()).isEqualTo("Showing 1 of 2 tasks");

        click("btnClearFilter");
        assertThat(canvasCalls()).contains("bringOut");
        _assertNone(Span.class, spec -> spec.withId("filterResult"));
        assertThat(statuses().getValue()).isEmpty();
        assertThat(spoken()).isEqualTo("No filter. All tasks are shown.");
    }

    @Test
    void tagsOfTheProjectAreOffered() {
        set(paint, TaskField.TAGS, Set.of("wood"));
        MockVaadin.clientRoundtrip(true);

        assertThat(tags().getLazyDataView().getItems()).containsExactly("wood");
        _setValue(tags(), Set.of("wood"));

        assertThat(result()).isEqualTo("Showing 1 of 2 tasks");
    }

    @Test
    void tasksOfNobodyCanBeChosen() {
        set(paint, TaskField.ASSIGNEE, "Ada");
        MockVaadin.clientRoundtrip(true);

        assertThat(assignees().getLazyDataView().getItems().map(assignees().getItemLabelGenerator()))
                .containsExactly("Nobody", "Ada");
        _setValue(assignees(), Set.of(TaskFilter.NOBODY));

        assertThat(result()).isEqualTo("Showing 1 of 2 tasks");
    }

    @Test
    void changesOfOthersAreFilteredInSilence() {
        choose(TaskStatus.DONE);
        spoken();
        canvasCalls();

        set(paint, TaskField.STATUS, TaskStatus.DONE);
        MockVaadin.runUIQueue();
        assertThat(canvasCalls()).contains("changeBroughtOut").doesNotContain("bringOut");
        assertThat(result()).isEqualTo("Showing 2 of 2 tasks");

        graphs.delete(dig.id());
        MockVaadin.clientRoundtrip(false);
        assertThat(result()).isEqualTo("Showing 1 of 1 task");
        assertThat(spoken()).doesNotContain("Showing");
    }

    @Test
    void theOutlineSaysWhatIsNotInTheFilter() {
        TaskOutline outline = openOutline();
        choose(TaskStatus.PLANNED);
        outline.getDataCommunicator().fetchFromProvider(0, Integer.MAX_VALUE).toList();

        assertThat(outlineRow(dig.id())).isEqualTo("Dig, Done, not in filter");
        assertThat(outlineRow(paint.id())).isEqualTo("Paint, Planned");
        assertThat(outlineRow(house.id())).as("contains a task that matches").isEqualTo("House, Group: Planned");
        assertThat(outline.getPartNameGenerator().apply(dig.id())).isEqualTo("outline-dimmed");

        set(paint, TaskField.STATUS, TaskStatus.BLOCKED);
        MockVaadin.clientRoundtrip(false);
        assertThat(outlineRow(house.id())).isEqualTo("House, Group: Blocked, not in filter");
        _assertOne(TaskOutline.class);
    }

    @Test
    void whatIsDimmedCanBeSelected() {
        choose(TaskStatus.DONE);

        selectOnCanvas(paint);

        _assertOne(TaskForm.class);
        assertThat(result()).isEqualTo("Showing 1 of 2 tasks");
    }

    @Test
    void aFilterIsNotStored() {
        choose(TaskStatus.DONE);
        newSession();
        open(project);

        _assertNone(Span.class, spec -> spec.withId("filterResult"));
    }
}
