/** The dialog that brings a backup back, and what other pages show meanwhile. */
@NullMarked
package io.graphtracker.backup.restore.ui;

import org.jspecify.annotations.NullMarked;
