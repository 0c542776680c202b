/** Projects as graphs of tasks: entities, repositories, services, changes and their undo, critical path. */
@ApplicationModule(
        allowedDependencies = {
            "actions",
            "database",
            "feedback",
            "preferences",
            "settings",
            "shell",
            "texts",
            "user",
            "web"
        })
@NullMarked
package io.graphtracker.project;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
