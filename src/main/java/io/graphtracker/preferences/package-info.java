/** The UI preferences store, in the database. */
@NullMarked
package io.graphtracker.preferences;

import org.jspecify.annotations.NullMarked;
