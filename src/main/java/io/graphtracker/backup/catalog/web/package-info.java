/** Backups to be downloaded over HTTP. */
@NullMarked
package io.graphtracker.backup.catalog.web;

import org.jspecify.annotations.NullMarked;
