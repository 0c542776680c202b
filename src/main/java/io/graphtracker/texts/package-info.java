/** The texts people see, from the one bundle {@code messages.properties}. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.graphtracker.texts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
