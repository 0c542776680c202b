/** The backup's HTTP interface. */
@NullMarked
package io.graphtracker.backup.web;

import org.jspecify.annotations.NullMarked;
