package io.graphtracker.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.project.OutlinePlan.Effect;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OutlinePlanTest {

    private static final UUID DIG = new UUID(0, 1);
    private static final UUID POUR = new UUID(0, 2);
    private static final Dependency FIRST = new Dependency(new UUID(1, 1), DIG, POUR);

    private final OutlinePlan plan =
            new OutlinePlan(List.of(new OutlineNode(DIG, null, 0, 0), new OutlineNode(POUR, null, 0, 0)), List.of());

    private static GraphPatch dependencies(List<Dependency> added, List<UUID> removed) {
        return new GraphPatch(1, 2, List.of(), added, List.of(), removed);
    }

    @Test
    void dependenciesMayChangeTheOrder() {
        assertThat(plan.apply(dependencies(List.of(FIRST), List.of()))).isEqualTo(Effect.ORDER);
        assertThat(plan.dependencies()).containsExactly(FIRST);

        assertThat(plan.apply(dependencies(List.of(), List.of(FIRST.id())))).isEqualTo(Effect.ORDER);
        assertThat(plan.dependencies()).isEmpty();
    }

    @Test
    void dependenciesOfRemovedTasksGoWithThem() {
        plan.apply(dependencies(List.of(FIRST), List.of()));

        assertThat(plan.apply(new GraphPatch(2, 3, List.of(), List.of(), List.of(DIG), List.of())))
                .isEqualTo(Effect.ROWS);

        assertThat(plan.nodes()).extracting(OutlineNode::id).containsExactly(POUR);
        assertThat(plan.dependencies()).isEmpty();
    }
}
