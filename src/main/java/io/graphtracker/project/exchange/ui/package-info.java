/** The dialog that imports a plan: choose a file, look at what is in it, and confirm. */
@NullMarked
package io.graphtracker.project.exchange.ui;

import org.jspecify.annotations.NullMarked;
