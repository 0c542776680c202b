/** Projects as graphs of tasks: entities, repositories, services, critical path. */
@ApplicationModule(
        allowedDependencies = {"actions", "database", "feedback", "preferences", "settings", "shell", "texts"})
@NullMarked
package io.graphtracker.project;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
