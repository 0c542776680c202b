/** The backup action over HTTP. */
@NullMarked
package io.graphtracker.backup.web;

import org.jspecify.annotations.NullMarked;
