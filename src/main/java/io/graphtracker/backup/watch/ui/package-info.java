/** The Backups page's answers about the safety of the data, what is watched, and the banner of all pages. */
@NullMarked
package io.graphtracker.backup.watch.ui;

import org.jspecify.annotations.NullMarked;
