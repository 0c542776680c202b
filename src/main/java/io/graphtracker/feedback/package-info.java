/** Messages that people can see and hear. */
@ApplicationModule(allowedDependencies = {"texts"})
@NullMarked
package io.graphtracker.feedback;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
