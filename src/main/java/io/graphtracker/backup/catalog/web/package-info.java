/** The backups in the folder over HTTP: listed, and downloaded. */
@NullMarked
package io.graphtracker.backup.catalog.web;

import org.jspecify.annotations.NullMarked;
