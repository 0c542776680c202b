/** Values that pages of all sessions follow. */
@NullMarked
package io.graphtracker.signals;

import org.jspecify.annotations.NullMarked;
