package io.graphtracker;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/**
 * Each package below the root is a module: what lies in a package below it is its own affair, and nothing goes in a
 * circle.
 */
class ModularityTest {

    @Test
    void modulesKeepToThemselvesAndDoNotGoInACircle() {
        ApplicationModules.of(GraphTrackerApplication.class).verify();
    }
}
