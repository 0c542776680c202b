/** The backup that is made before the migrations of a new version change the database. */
@NullMarked
package io.graphtracker.backup.upgrade;

import org.jspecify.annotations.NullMarked;
