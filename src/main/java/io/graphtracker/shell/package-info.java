/** The frame around every page: skip link, status region, focus after navigation. */
@NullMarked
package io.graphtracker.shell;

import org.jspecify.annotations.NullMarked;
