/** What users chose about how pages look, in the database. */
@ApplicationModule(allowedDependencies = {"database", "signals", "user"})
@NullMarked
package io.graphtracker.preferences;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
