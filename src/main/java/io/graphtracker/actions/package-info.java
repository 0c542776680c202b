/** What a person can do on a page: actions, their registry, buttons, shortcuts and header visibility. */
@NullMarked
package io.graphtracker.actions;

import org.jspecify.annotations.NullMarked;
