package io.graphtracker.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DependencyPathsTest {

    private final UUID a = UUID.randomUUID();
    private final UUID b = UUID.randomUUID();
    private final UUID c = UUID.randomUUID();
    private final UUID apart = UUID.randomUUID();
    private final DependencyPaths paths = new DependencyPaths(List.of(), List.of(from(a, b), from(b, c), from(a, c)));

    @Test
    void pathsAreFollowedInTheirDirection() {
        assertThat(leads(a, c)).isTrue();
        assertThat(leads(a, a)).isTrue();
        assertThat(leads(c, a)).isFalse();
        assertThat(leads(apart, a)).isFalse();
        assertThat(leads(a, apart)).isFalse();
    }

    @Test
    void aCycleIsFoundWhereverItIs() {
        paths.add(from(apart, a));
        assertThat(paths.isAcyclic()).isTrue();

        paths.add(from(c, b));
        assertThat(paths.isAcyclic()).isFalse();
        assertThat(leads(c, b)).as("and followed to its end").isTrue();
        assertThat(leads(c, apart)).isFalse();
    }

    private boolean leads(UUID one, UUID other) {
        return paths.wouldClose(new TaskPair(other, one));
    }

    private static Dependency from(UUID source, UUID target) {
        return new Dependency(UUID.randomUUID(), source, target);
    }
}
