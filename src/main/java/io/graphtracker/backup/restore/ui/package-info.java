/** The restore dialog, and the banner of all other pages. */
@NullMarked
package io.graphtracker.backup.restore.ui;

import org.jspecify.annotations.NullMarked;
