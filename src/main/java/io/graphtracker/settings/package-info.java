/** The Settings tab: a list of sections that features contribute. */
@NullMarked
package io.graphtracker.settings;

import org.jspecify.annotations.NullMarked;
