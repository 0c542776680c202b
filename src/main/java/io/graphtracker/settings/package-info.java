/** The Settings tab: a list of sections that features contribute. */
@ApplicationModule(allowedDependencies = {"database", "preferences", "signals", "texts"})
@NullMarked
package io.graphtracker.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
