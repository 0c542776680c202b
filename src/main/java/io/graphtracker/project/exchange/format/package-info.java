/** The formats of plans: a class for each, in the order in which they are tried. */
@NullMarked
package io.graphtracker.project.exchange.format;

import org.jspecify.annotations.NullMarked;
