/**
 * The backups in the folder, their state, and what can be done with them: verify, protect, delete, download, upload.
 */
@NamedInterface("catalog")
@NullMarked
package io.graphtracker.backup.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
