/**
 * The Settings tab, to which features add sections; not the settings of {@code .env}, which are read in {@code
 * environment}.
 */
@ApplicationModule(allowedDependencies = {"database", "preferences", "signals", "texts"})
@NullMarked
package io.graphtracker.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
