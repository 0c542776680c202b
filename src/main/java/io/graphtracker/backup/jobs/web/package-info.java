/** Long work on backups over HTTP: verify, restore, undo, and what became of it. */
@NullMarked
package io.graphtracker.backup.jobs.web;

import org.jspecify.annotations.NullMarked;
