/** Values and changes that the pages of all sessions follow. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.graphtracker.signals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
