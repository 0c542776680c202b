package io.graphtracker.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.graphtracker.project.GraphCommand.Collapse;
import io.graphtracker.project.GraphCommand.Connect;
import io.graphtracker.project.GraphCommand.ConnectAll;
import io.graphtracker.project.GraphCommand.DeleteTasks;
import io.graphtracker.project.GraphCommand.MakeGroup;
import io.graphtracker.project.GraphCommand.MoveIntoGroup;
import io.graphtracker.project.GraphCommand.MoveTasks;
import io.graphtracker.project.GraphCommand.PutIntoGroup;
import io.graphtracker.project.GraphCommand.Ungroup;
import io.graphtracker.texts.Texts;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Groups, and what their dependencies mean. */
abstract class GroupsContract extends TwoPagesContract {

    /** Stands for no group. */
    private static final UUID NOBODY = new UUID(0, 0);

    private UUID make(String title, UUID... content) {
        ChangeResult result = mine(new MakeGroup(title, Set.of(content)));
        return patch(result).tasks().stream()
                .filter(task -> task.title().equals(title.strip()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private List<UUID> parents(UUID... ids) {
        return List.of(ids).stream()
                .map(id -> Objects.requireNonNullElse(stored(project, id).parentId(), NOBODY))
                .toList();
    }

    @Test
    void aGroupIsMadeOfTasksInOneChange() {
        mine(new MoveTasks(Map.of(a, new Position(10, 0), b, new Position(30, 40))));

        UUID group = make(" Start ", a, b);

        assertThat(stored(project, group))
                .isEqualTo(new Task(
                        group,
                        null,
                        true,
                        new TaskDetails("Start", "", TaskStatus.PLANNED, null),
                        new Position(20, 20),
                        false,
                        5));
        assertThat(parents(a, b, c)).containsExactly(group, group, NOBODY);
        changes.undo(project, MINE);
        assertThat(titles()).doesNotContain("Start");
        assertThat(parents(a, b)).containsExactly(NOBODY, NOBODY);
    }

    @Test
    void whatBecomesAGroupMovesInTheSameChange() {
        UUID inner = make("Inner", a);
        Position there = new Position(300, 0);

        ChangeResult made = mine(new MakeGroup("Outer", Set.of(inner, b), Map.of(a, there, NOBODY, there)));

        assertThat(stored(project, a).position()).isEqualTo(there);
        assertThat(parents(a, inner, b))
                .containsExactly(
                        inner,
                        patch(made).tasks().getFirst().id(),
                        parents(inner).getFirst());
        changes.undo(project, MINE);
        assertThat(stored(project, a).position()).isEqualTo(ORIGIN);
        assertThat(parents(a, inner, b)).containsExactly(inner, NOBODY, NOBODY);
    }

    @Test
    void aGroupLiesInTheInnermostGroupAroundItsContent() {
        UUID inner = make("Inner", a);
        UUID outer = make("Outer", inner, b, c);

        UUID made = make("Made", a, b);
        assertThat(parents(made, a, b, inner)).containsExactly(outer, made, made, outer);

        UUID around = make("Around", inner, made, a);
        assertThat(parents(around, inner, made, a))
                .as("what is in what was chosen stays there")
                .containsExactly(outer, around, around, made);
    }

    @Test
    void whatIsDraggedIntoAGroupIsMovedInTheSameChange() {
        UUID group = make("Group", a);
        Position there = new Position(70, 80);

        ChangeResult dragged =
                mine(new MoveIntoGroup(Map.of(b, there, c, there, NOBODY, there), new PutIntoGroup(Set.of(b), group)));

        assertThat(parents(b, c)).containsExactly(group, NOBODY);
        assertThat(stored(project, b).position()).isEqualTo(there);
        assertThat(stored(project, c).position()).isEqualTo(there);
        assertThat(dragged.skipped().goneTasks()).isEqualTo(1);
        assertThat(Objects.requireNonNull(dragged.change()).label().key()).isEqualTo("change.group-task");
        changes.undo(project, MINE);
        assertThat(parents(b)).containsExactly(NOBODY);
        assertThat(stored(project, b).position()).isEqualTo(ORIGIN);

        mine(new MoveIntoGroup(Map.of(a, there), new PutIntoGroup(Set.of(a), null)));
        assertThat(parents(a)).containsExactly(NOBODY);
        mine(new MoveIntoGroup(Map.of(a, ORIGIN), new PutIntoGroup(Set.of(a), null)));
        assertThat(stored(project, a).position())
                .as("also if it is in no other group by then")
                .isEqualTo(ORIGIN);
    }

    @Test
    void aGroupDraggedIntoItselfStaysWhereItWas() {
        UUID inner = make("Inner", a);
        UUID outer = make("Outer", inner);
        Position there = new Position(70, 80);

        assertThat(refusal(() -> mine(new MoveIntoGroup(Map.of(outer, there), new PutIntoGroup(Set.of(outer), inner)))))
                .isEqualTo("project.error.group-in-itself");
        assertThat(stored(project, outer).position()).isNotEqualTo(there);
    }

    @Test
    void aGroupOfNothingIsRefused() {
        assertThat(refusal(() -> mine(new MakeGroup("Empty", Set.of())))).isEqualTo("project.error.nothing-to-group");
        assertThat(refusal(() -> mine(new MakeGroup("Gone", Set.of(NOBODY)))))
                .isEqualTo("project.error.nothing-to-group");
        assertThat(refusal(() -> mine(new MakeGroup(" ", Set.of(a))))).isEqualTo("project.error.title-blank");
    }

    @Test
    void whatWasInAGroupStaysWhenItIsUngrouped() {
        UUID inner = make("Inner", a);
        UUID outer = make("Outer", inner, b);

        mine(new Ungroup(Set.of(inner, c)));

        assertThat(parents(a, b)).containsExactly(outer, outer);
        assertThat(titles()).doesNotContain("Inner").contains("C");
        changes.undo(project, MINE);
        assertThat(parents(inner, a)).containsExactly(outer, inner);
    }

    @Test
    void whatAnUngroupedGroupConnectedIsOfferedForItsContent() {
        UUID group = make("Group", b, task(project, "D"));
        UUID d = graphs.load(project).tasks().getLast().id();
        mine(new Connect(a, group));
        mine(new Connect(group, c));

        List<TaskPair> offered = mine(new Ungroup(Set.of(group))).reconnections();

        assertThat(dependencyIds()).isEmpty();
        assertThat(offered)
                .hasSize(4)
                .contains(new TaskPair(a, b), new TaskPair(b, c))
                .doesNotContain(new TaskPair(a, c));
        mine(new ConnectAll(offered));
        assertThat(dependencyIds()).hasSize(4);
        assertThat(d).isNotNull();
    }

    @Test
    void groupsAreCollapsedAndExpandedWhichIsNoChangeOfThePlan() {
        UUID group = make("Group", a);

        assertThat(touches(project, () -> mine(new Collapse(Set.of(group, b), true))))
                .isFalse();
        assertThat(stored(project, group).collapsed()).isTrue();
        assertThat(stored(project, b).collapsed()).isFalse();
        mine(new Collapse(Set.of(group), false));
        assertThat(stored(project, group).collapsed()).isFalse();
    }

    @Test
    void aDependencyOfAGroupIsOneOfAllTasksInIt() {
        UUID group = make("Group", a, b);
        mine(new Connect(group, c));

        assertThat(refusal(() -> mine(new Connect(c, a)))).isEqualTo("project.error.edge-cycle");
        assertThat(refusal(() -> mine(new Connect(c, group)))).isEqualTo("project.error.edge-cycle");
        assertThat(refusal(() -> mine(new Connect(group, a)))).isEqualTo("project.error.edge-in-group");
        assertThat(refusal(() -> mine(new Connect(a, group)))).isEqualTo("project.error.edge-in-group");
        mine(new Connect(a, b));
    }

    @Test
    void aCycleOverGroupsIsNamedByItsTasks() {
        UUID d = task(project, "D");
        UUID group = make("Group", a, b);
        mine(new Connect(group, c));
        mine(new Connect(c, d));

        assertThatExceptionOfType(ProjectException.class)
                .isThrownBy(() -> mine(new Connect(d, a)))
                .satisfies(e -> assertThat(new Texts().get(e.messageKey(), e.arguments()))
                        .isEqualTo("“A” cannot depend on “D”, because that would make a circular dependency:"
                                + " “A” → “C” → “D”."));
    }

    @Test
    void whatGoesIntoAGroupMustNotCloseACycle() {
        UUID group = make("Group", a);
        mine(new Connect(group, b));
        mine(new Connect(b, c));

        assertThat(refusal(() -> mine(new PutIntoGroup(Set.of(c), group)))).isEqualTo("project.error.group-cycle");
        UUID d = task(project, "D");
        mine(new Connect(d, c));
        mine(new PutIntoGroup(Set.of(d), group));
        assertThat(parents(c, d)).containsExactly(NOBODY, group);
    }

    @Test
    void groupsThatAreEmptyCannotDependOnEachOtherInACircle() {
        UUID one = make("One", a);
        UUID other = make("Other", b);
        mine(new DeleteTasks(Set.of(a)));
        others(new Connect(one, other));

        assertThat(refusal(() -> others(new Connect(other, one)))).isEqualTo("project.error.edge-cycle");
        changes.undo(project, MINE);
        assertThat(parents(a)).containsExactly(one);
    }

    @Test
    void whatLiesInAGroupGoesWithIt() {
        UUID group = make("Group", a, b);
        UUID outer = make("Outer", c);

        mine(new PutIntoGroup(Set.of(group, a, b), outer));
        assertThat(parents(group, a, b)).containsExactly(outer, group, group);

        mine(new PutIntoGroup(Set.of(group, a), null));
        assertThat(parents(group, a, b)).containsExactly(NOBODY, group, group);
        assertThat(changes.undoState(project, MINE).undo().key()).isEqualTo("change.take-task");
    }

    @Test
    void anUndoThatWouldCloseACycleOverAGroupLeavesTheTaskWhereItIs() {
        UUID group = make("Group", a, b);
        mine(new Connect(group, c));
        mine(new PutIntoGroup(Set.of(b), null));
        others(new Connect(c, b));

        ChangeResult undone = changes.undo(project, MINE);

        assertThat(undone.conflicts()).containsExactly(new FieldConflict(b, "B", TaskField.GROUP, null, group));
        assertThat(parents(b)).containsExactly(NOBODY);
    }
}
