package io.graphtracker;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Each package below the root is a module: its own packages are internal, and there are no cycles. */
class ModularityTest {

    @Test
    void modulesKeepToThemselvesAndDoNotGoInACircle() {
        ApplicationModules.of(GraphTrackerApplication.class).verify();
    }
}
