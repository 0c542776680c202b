package io.graphtracker.project.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.project.Dependency;
import io.graphtracker.project.OutlineNode;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OutlineTreeTest {

    private static final UUID HOUSE = new UUID(0, 1);
    private static final UUID ROOF = new UUID(0, 2);
    private static final UUID TILES = new UUID(0, 3);
    private static final UUID DIG = new UUID(0, 4);
    private static final UUID EMPTY = new UUID(0, 5);

    private final OutlineTree tree =
            tree(node(DIG, null), node(TILES, ROOF), node(HOUSE, null), node(ROOF, HOUSE), node(EMPTY, new UUID(0, 9)));

    private static OutlineTree tree(OutlineNode... nodes) {
        return new OutlineTree(List.of(nodes), List.of());
    }

    private static Dependency dependency(UUID source, UUID target) {
        return new Dependency(UUID.randomUUID(), source, target);
    }

    private static OutlineNode node(UUID id, @Nullable UUID parent) {
        return new OutlineNode(id, parent, 0, 0);
    }

    @Test
    void eachGroupIsFollowedByWhatIsInIt() {
        assertThat(tree.rows(null, group -> true)).containsExactly(DIG, HOUSE, ROOF, TILES, EMPTY);
    }

    @Test
    void whatIsInACollapsedGroupIsNoRow() {
        assertThat(tree.rows(null, group -> false)).containsExactly(DIG, HOUSE, EMPTY);
        assertThat(tree.rows(null, Set.of(HOUSE)::contains)).containsExactly(DIG, HOUSE, ROOF, EMPTY);
        assertThat(tree.rows(HOUSE, group -> true)).containsExactly(ROOF, TILES);
    }

    @Test
    void eachKnowsItsGroups() {
        assertThat(tree.ancestors(TILES)).containsExactly(ROOF, HOUSE);
        assertThat(tree.parent(ROOF)).contains(HOUSE);
        assertThat(tree.groups()).containsExactlyInAnyOrder(HOUSE, ROOF);
    }

    /** A file that was edited by hand must not lose a task. */
    @Test
    void aTaskInAnUnknownGroupStandsOutsideOfAny() {
        assertThat(tree.parent(EMPTY)).isEmpty();
        assertThat(tree.ancestors(EMPTY)).isEmpty();
    }

    @Test
    void groupsThatLieInEachOtherLieInNone() {
        OutlineTree circle = tree(node(HOUSE, ROOF), node(ROOF, HOUSE), node(TILES, ROOF), node(EMPTY, EMPTY));

        assertThat(circle.rows(null, group -> true)).containsExactly(HOUSE, ROOF, TILES, EMPTY);
        assertThat(circle.ancestors(TILES)).containsExactly(ROOF);
    }

    @Test
    void whatLiesSideBySideIsInTheOrderOfWork() {
        List<OutlineNode> nodes =
                List.of(node(TILES, HOUSE), node(ROOF, HOUSE), node(HOUSE, null), node(DIG, null), node(EMPTY, null));

        assertThat(new OutlineTree(nodes, List.of(dependency(ROOF, TILES), dependency(EMPTY, DIG)))
                        .rows(null, group -> true))
                .containsExactly(HOUSE, ROOF, TILES, EMPTY, DIG);
    }

    /** A dependency between tasks of different groups is one between the groups. */
    @Test
    void aGroupComesBehindWhatItsTasksDependOn() {
        List<OutlineNode> nodes =
                List.of(node(TILES, ROOF), node(ROOF, HOUSE), node(HOUSE, null), node(DIG, EMPTY), node(EMPTY, null));

        assertThat(new OutlineTree(nodes, List.of(dependency(DIG, TILES))).rows(null, group -> true))
                .containsExactly(EMPTY, DIG, HOUSE, ROOF, TILES);
        assertThat(new OutlineTree(nodes, List.of(dependency(EMPTY, HOUSE))).rows(null, group -> true))
                .containsExactly(EMPTY, DIG, HOUSE, ROOF, TILES);
    }

    @Test
    void aGroupIsListedWithTheFirstOfItsTasks() {
        assertThat(tree(node(DIG, null), node(TILES, ROOF), node(EMPTY, null), node(ROOF, null))
                        .rows(null, group -> true))
                .containsExactly(DIG, ROOF, TILES, EMPTY);
    }
}
