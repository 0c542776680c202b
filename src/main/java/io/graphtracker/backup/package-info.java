/** The backup engine and its service; knows neither Vaadin nor HTTP nor JPA. The packages inside it are built on it. */
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
