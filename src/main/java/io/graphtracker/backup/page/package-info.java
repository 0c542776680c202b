/** The Backups page. */
@NullMarked
package io.graphtracker.backup.page;

import org.jspecify.annotations.NullMarked;
