/** The backup engine and its service; knows neither Vaadin nor HTTP nor JPA. */
@NullMarked
package io.graphtracker.backup;

import org.jspecify.annotations.NullMarked;
