/**
 * Watches over the backups: verifies all of them again and tries a restore every week, tells whether the data are safe,
 * and calls an address after each scheduled backup that succeeded.
 */
@NamedInterface("watch")
@NullMarked
package io.graphtracker.backup.watch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
