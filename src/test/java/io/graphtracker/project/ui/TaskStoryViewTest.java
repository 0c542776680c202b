package io.graphtracker.project.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.textfield.TextArea;
import io.graphtracker.project.GraphChanges;
import io.graphtracker.project.GraphCommand.AddComment;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What was said about a task, and what became of it. */
class TaskStoryViewTest extends TaskPanelFixture {

    @Autowired
    private GraphChanges changes;

    private static TextArea text() {
        return withId(TextArea.class, "taskComment");
    }

    private static List<String> items(Class<? extends Component> part) {
        MockVaadin.clientRoundtrip(true);
        return _find(_get(part), ListItem.class).stream()
                .map(item -> item.getElement().getTextRecursively())
                .toList();
    }

    private static void comment(String words) {
        _get(TaskComments.class).setOpened(true);
        _setValue(text(), words);
        click("btnAddComment");
    }

    @Test
    void aCommentIsAddedAndDeleted() {
        selectOnCanvas(pack);
        assertThat(_get(TaskComments.class).getSummaryText()).isEqualTo("Comments (0)");
        assertThat(_get(TaskComments.class).isOpened()).isFalse();

        comment("Books first");
        assertThat(items(TaskComments.class)).hasSize(1).first().asString().matches("You, .*2026.*Books first");
        assertThat(_get(TaskComments.class).getSummaryText()).isEqualTo("Comments (1)");
        assertThat(text().getValue()).isEmpty();
        assertThat(spoken()).isEqualTo("The comment on “Pack” was added.");

        selectOnCanvas(drive);
        assertThat(items(TaskComments.class)).isEmpty();
        selectOnCanvas(pack);
        assertThat(_get(TaskComments.class).isOpened()).isTrue();
        _click(named(buttonNames().stream()
                .filter(name -> name.startsWith("Delete your comment from "))
                .findFirst()
                .orElseThrow()));
        assertThat(items(TaskComments.class)).isEmpty();
        assertThat(spoken()).isEqualTo("The comment on “Pack” was deleted.");

        click("btnUndo");
        assertThat(items(TaskComments.class)).hasSize(1);
    }

    @Test
    void commentsOfOthersAppearAndCannotBeDeleted() {
        selectOnCanvas(pack);
        changes.execute(project.id(), null, new AddComment(pack.id(), "ben", "Really?"));

        assertThat(items(TaskComments.class)).hasSize(1).first().asString().startsWith("ben, ");
        assertThat(buttonNames()).noneMatch(name -> name.startsWith("Delete your comment"));
    }

    @Test
    void whatWasTypedAboutATaskIsThereWhenItIsSelectedAgain() {
        selectOnCanvas(pack);
        _get(TaskComments.class).setOpened(true);
        _setValue(text(), "Books");
        selectOnCanvas(drive);
        assertThat(text().getValue()).isEmpty();
        selectOnCanvas(pack);
        assertThat(text().getValue()).isEqualTo("Books");
    }

    @Test
    void theHistorySaysWhatChangedAndWhen() {
        selectOnCanvas(pack);
        _setValue(title(), "Pack boxes");
        _setValue(hours(), "2");
        _get(TaskHistoryDetails.class).setOpened(true);

        assertThat(items(TaskHistoryDetails.class)).hasSize(3);
        assertThat(items(TaskHistoryDetails.class).getFirst()).contains("2026", "Planned hours: from (empty) to 2");
        assertThat(items(TaskHistoryDetails.class).get(1)).contains("Title: from Pack to Pack boxes");
        assertThat(items(TaskHistoryDetails.class).get(2)).contains("Add “Pack”");

        comment("Books first");
        assertThat(items(TaskHistoryDetails.class).getFirst()).contains("Comment on “Pack boxes”");
        graphs.connect(pack.id(), drive.id());
        assertThat(items(TaskHistoryDetails.class).getFirst()).contains("Make “Drive” depend on “Pack boxes”");
        _click(named("Move right"));
        assertThat(items(TaskHistoryDetails.class))
                .as("where it is drawn does not count")
                .hasSize(5);

        selectOnCanvas(drive);
        assertThat(items(TaskHistoryDetails.class)).hasSize(2);
    }

    @Test
    void aLongHistoryIsShownInPages() {
        selectOnCanvas(pack);
        for (int number = 0; number < 24; number++) {
            _setValue(title(), "Pack " + number);
        }
        _get(TaskHistoryDetails.class).setOpened(true);
        assertThat(items(TaskHistoryDetails.class)).hasSize(20);

        click("taskHistoryMore");
        assertThat(items(TaskHistoryDetails.class)).hasSize(25);
        assertThat(_get(TaskHistoryDetails.class).getElement().getTextRecursively())
                .contains("Earlier changes are not recorded.");
        _assertNone(Button.class, spec -> spec.withId("taskHistoryMore"));
    }
}
