/** Messages to the user, visible and audible. */
@ApplicationModule(allowedDependencies = {"texts"})
@NullMarked
package io.graphtracker.feedback;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
