/** Graphs over HTTP: what the canvas fetches. */
@NullMarked
package io.graphtracker.project.web;

import org.jspecify.annotations.NullMarked;
