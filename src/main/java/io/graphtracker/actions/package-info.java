/** Actions of a page: their registry, buttons, shortcuts, announcements and header visibility. */
@ApplicationModule(allowedDependencies = {"feedback", "preferences", "signals", "texts"})
@NullMarked
package io.graphtracker.actions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
