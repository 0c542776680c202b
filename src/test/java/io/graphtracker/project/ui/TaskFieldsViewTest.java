package io.graphtracker.project.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.ComboBoxKt;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.ComboBoxBase;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.provider.Query;
import io.graphtracker.project.Task;
import io.graphtracker.project.TaskDetails;
import io.graphtracker.project.TaskField;
import io.graphtracker.project.TaskPriority;
import io.graphtracker.shell.UnsavedText;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be said about a task beside its title: each field is saved, and says what it refuses. */
class TaskFieldsViewTest extends TaskPanelFixture {

    @Test
    @SuppressWarnings("unchecked")
    void everythingThatIsKnownIsSaved() {
        selectOnCanvas(pack);

        _setValue((Select<TaskPriority>) withId(Select.class, "taskPriority"), TaskPriority.HIGH);
        _setValue(withId(TextField.class, "taskActualHours"), "1.5");
        ComboBoxKt._fireCustomValueSet(withId(ComboBox.class, "taskAssignee"), " Anna ");
        type("boxes, fragile");
        type("Boxes");
        _setValue(withId(TextField.class, "taskLink"), "https://example.org/boxes");

        TaskDetails saved = reload(project, pack.id()).details();
        assertThat(saved.priority()).isEqualTo(TaskPriority.HIGH);
        assertThat(saved.actualHours()).isEqualTo(1.5);
        assertThat(saved.assignee()).isEqualTo("Anna");
        assertThat(saved.tags()).containsExactly("boxes", "fragile");
        assertThat(saved.link()).isEqualTo("https://example.org/boxes");
        assertThat(saved.title()).isEqualTo("Pack");
    }

    @Test
    @SuppressWarnings("unchecked")
    void whatOtherTasksHaveIsSuggested() {
        change(drive, TaskField.ASSIGNEE, "Anna");
        change(drive, TaskField.TAGS, Set.of("Fragile", "heavy"));
        selectOnCanvas(pack);

        ComboBox<String> assignee = withId(ComboBox.class, "taskAssignee");
        ComboBoxKt.setUserInput(assignee, "");
        assertThat(ComboBoxKt.getSuggestions(assignee)).containsExactly("Anna");
        assertThat(suggestedTags("")).containsExactly("Fragile", "heavy");
        assertThat(suggestedTags("FRA")).containsExactly("Fragile");

        type("fragile");
        assertThat(reload(project, pack.id()).details().tags())
                .as("spelled as elsewhere")
                .containsExactly("Fragile");
    }

    @SuppressWarnings("unchecked")
    private static MultiSelectComboBox<String> tags() {
        return withId(MultiSelectComboBox.class, "taskTags");
    }

    private static void type(String text) {
        ComponentUtil.fireEvent(tags(), new ComboBoxBase.CustomValueSetEvent<>(tags(), true, text));
    }

    @SuppressWarnings("unchecked")
    private static List<String> suggestedTags(String typed) {
        return ((DataProvider<String, String>) tags().getDataProvider())
                .fetch(new Query<>(0, 50, List.of(), null, typed))
                .toList();
    }

    private void change(Task task, TaskField field, Object value) {
        graphs.update(task.id(), task.details(), task.details().with(field, value));
    }

    @ParameterizedTest
    @CsvSource({"'6,5', 6.5", "6.5, 6.5", "' 7 ', 7.0", "',5', 0.5", "0.125, 0.125", "100000, 100000.0"})
    void hoursCanBeWrittenWithACommaOrAPoint(String typed, double stored) {
        selectOnCanvas(pack);
        _setValue(hours(), typed);
        assertThat(reload(project, pack.id()).plannedHours()).isEqualTo(stored);
        assertThat(HoursText.parse(hours().getValue())).as("what is stored").isEqualTo(stored);
        assertThat(hours().getValue()).doesNotContain(",", " ");
    }

    @Test
    void hoursThatMeanTheSameAreNoChange() {
        selectOnCanvas(pack);
        _setValue(hours(), "6.5");
        _setValue(hours(), "6,50");
        assertThat(hours().getValue()).isEqualTo("6.5");
        assertThat(UnsavedText.isMarked(_get(TaskForm.class))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,000", "6,5,5", "six", "6h", "1e3", "NaN", "6.5.5", ","})
    void whatIsNoNumberOfHoursIsRefusedAtTheField(String typed) {
        selectOnCanvas(pack);
        _setValue(hours(), typed);
        assertThat(hours().isInvalid()).isTrue();
        assertThat(hours().getErrorMessage()).isEqualTo("Enter hours as a number, for example 6.5.");
        assertThat(hours().getValue()).as("what is to be corrected").isEqualTo(typed);
        assertThat(reload(project, pack.id()).plannedHours()).isNull();
    }

    @Test
    void aLinkIsOpenedInAnotherTab() {
        selectOnCanvas(pack);
        _assertNone(OpenLink.class);

        _setValue(withId(TextField.class, "taskLink"), "https://example.org");

        Anchor open = _get(OpenLink.class);
        assertThat(open.getHref()).isEqualTo("https://example.org");
        assertThat(open.getElement().getAttribute("rel")).contains("noopener");
        assertThat(open.getTarget()).contains("_blank");
        selectOnCanvas(drive);
        _assertNone(OpenLink.class);
    }

    @Test
    void whatIsNoLinkIsRefusedAtTheField() {
        selectOnCanvas(pack);
        TextField link = withId(TextField.class, "taskLink");
        _setValue(link, "javascript:alert(1)");
        assertThat(link.getErrorMessage())
                .isEqualTo("A link must begin with http:// or https://, and contain no spaces.");
        assertThat(reload(project, pack.id()).details().link()).isNull();
        _assertNone(OpenLink.class);
    }

    @Test
    void whatWasSavedIsMarked() {
        selectOnCanvas(pack);
        _assertNone(Span.class, spec -> spec.withId("taskSaved"));

        _setValue(title(), "Pack boxes");
        assertThat(withId(Span.class, "taskSaved").getElement().getTextRecursively())
                .isEqualTo("Saved");

        selectOnCanvas(drive);
        _assertNone(Span.class, spec -> spec.withId("taskSaved"));
    }
}
