/** The backups in the folder over HTTP: list and download. */
@NullMarked
package io.graphtracker.backup.catalog.web;

import org.jspecify.annotations.NullMarked;
