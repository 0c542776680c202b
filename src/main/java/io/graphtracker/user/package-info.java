/** The current user. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.graphtracker.user;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
