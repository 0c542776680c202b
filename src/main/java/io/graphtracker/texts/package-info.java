/** The texts people see, from the one bundle {@code messages.properties}. */
@NullMarked
package io.graphtracker.texts;

import org.jspecify.annotations.NullMarked;
