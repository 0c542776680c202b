/** What the application finds when it starts: project root, {@code .env}, variables, the clock; private files, and errors of the start. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.graphtracker.environment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
