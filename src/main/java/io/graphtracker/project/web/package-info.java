/** Graphs over HTTP: what the canvas fetches, and plans as files. */
@NullMarked
package io.graphtracker.project.web;

import org.jspecify.annotations.NullMarked;
