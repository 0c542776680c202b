package io.graphtracker.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WorkOrderTest {

    private static final UUID A = new UUID(0, 1);
    private static final UUID B = new UUID(0, 2);
    private static final UUID C = new UUID(0, 3);
    private static final UUID D = new UUID(0, 4);

    @Test
    void whatOthersDependOnComesFirst() {
        assertThat(WorkOrder.of(List.of(A, B, C, D), List.of(new TaskPair(D, B), new TaskPair(B, A))))
                .containsExactly(C, D, B, A);
    }

    @Test
    void anOrderThatSuitsStays() {
        assertThat(WorkOrder.of(List.of(C, A, D, B), List.of(new TaskPair(C, D), new TaskPair(A, B))))
                .containsExactly(C, A, D, B);
        assertThat(WorkOrder.of(List.of(C, A, D, B), List.of())).containsExactly(C, A, D, B);
    }

    /** Two groups whose tasks depend on each other's. */
    @Test
    void ofACircleTheFewestDependenciesAreIgnored() {
        assertThat(WorkOrder.of(
                        List.of(A, B, C, D),
                        List.of(
                                new TaskPair(A, B),
                                new TaskPair(B, A),
                                new TaskPair(B, A),
                                new TaskPair(D, A),
                                new TaskPair(A, C))))
                .containsExactly(B, D, A, C);
    }
}
