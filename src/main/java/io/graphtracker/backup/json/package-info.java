/** Backups as JSON, the same over HTTP and from the command line: the names are part of the contract with scripts. */
@NamedInterface("json")
@NullMarked
package io.graphtracker.backup.json;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
