package io.graphtracker.project.ui;

import static org.assertj.core.api.Assertions.assertThat;

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

    private final OutlineTree tree = new OutlineTree(List.of(
            node(TILES, ROOF), node(DIG, null), node(HOUSE, null), node(ROOF, HOUSE), node(EMPTY, new UUID(0, 9))));

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
        OutlineTree circle =
                new OutlineTree(List.of(node(HOUSE, ROOF), node(ROOF, HOUSE), node(TILES, ROOF), node(EMPTY, EMPTY)));

        assertThat(circle.rows(null, group -> true)).containsExactly(HOUSE, ROOF, TILES, EMPTY);
        assertThat(circle.ancestors(TILES)).containsExactly(ROOF);
    }
}
