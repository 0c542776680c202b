/** What a person can do on a page: actions, their registry, buttons, shortcuts and header visibility. */
@ApplicationModule(allowedDependencies = {"feedback", "preferences", "signals", "texts"})
@NullMarked
package io.graphtracker.actions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
