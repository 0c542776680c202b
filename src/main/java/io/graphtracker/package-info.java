/** Graph Tracker: starts the application and declares the page every view is shown in. */
@NullMarked
package io.graphtracker;

import org.jspecify.annotations.NullMarked;
