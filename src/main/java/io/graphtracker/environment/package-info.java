/**
 * The environment of the process: project root, {@code .env}, variables, the clock, private files, errors at startup.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.graphtracker.environment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
