/**
 * The backup engine and its service, without Vaadin, HTTP and JPA. The packages inside are built on it.
 *
 * @see "docs/architecture.md"
 */
@ApplicationModule(
        allowedDependencies = {
            "actions",
            "database",
            "database :: sqlite",
            "environment",
            "feedback",
            "settings",
            "shell",
            "signals",
            "texts",
            "user",
            "web"
        })
@NullMarked
package io.graphtracker.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
