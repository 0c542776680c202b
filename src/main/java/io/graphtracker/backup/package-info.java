/**
 * Backups of the SQLite database: how one is made, and the service for it, which use neither Vaadin nor HTTP nor JPA
 * ({@code ArchitectureTest} verifies that). The dependencies declared here are those of the whole module, with its
 * pages and its HTTP interfaces.
 */
@ApplicationModule(
        allowedDependencies = {
            "actions",
            "database",
            "database :: sqlite",
            "environment",
            "feedback",
            "openapi",
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
