/** Views and components of projects. */
@NullMarked
package io.graphtracker.project.ui;

import org.jspecify.annotations.NullMarked;
