/** Automatic arrangement: computes places for tasks and groups, and changes nothing. Independent of Vaadin and JPA. */
@NullMarked
package io.graphtracker.project.layout;

import org.jspecify.annotations.NullMarked;
