/** Messages that people can see and hear. */
@NullMarked
package io.graphtracker.feedback;

import org.jspecify.annotations.NullMarked;
