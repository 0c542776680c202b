/**
 * The command line: makes, lists, verifies and restores backups without the server, for cron, for scripts, and for the
 * day when the application does not start. It does what the pages do, through the same services.
 */
@ApplicationModule(
        allowedDependencies = {
            "backup",
            "backup :: audit",
            "backup :: catalog",
            "backup :: json",
            "backup :: operations",
            "backup :: restore",
            "backup :: retention",
            "backup :: watch",
            "database",
            "database :: sqlite",
            "environment",
            "texts"
        })
@NullMarked
package io.graphtracker.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
