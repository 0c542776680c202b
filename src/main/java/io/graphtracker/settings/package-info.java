/** The Settings tab: a list of sections contributed by features. */
@ApplicationModule(allowedDependencies = {"database", "preferences", "signals", "texts"})
@NullMarked
package io.graphtracker.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
