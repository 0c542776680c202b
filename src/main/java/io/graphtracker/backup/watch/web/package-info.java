/** What monitoring asks for: health and metrics. */
@NullMarked
package io.graphtracker.backup.watch.web;

import org.jspecify.annotations.NullMarked;
