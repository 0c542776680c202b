/** The Backups page. */
@NullMarked
package io.graphtracker.backup.catalog.ui;

import org.jspecify.annotations.NullMarked;
