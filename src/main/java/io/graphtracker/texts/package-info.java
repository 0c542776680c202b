/**
 * The texts of the user interface, from the message bundle {@code messages.properties}, and formats for times and
 * sizes.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.graphtracker.texts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
