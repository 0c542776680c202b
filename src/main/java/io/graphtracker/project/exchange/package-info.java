/** Plans from elsewhere and for elsewhere: a neutral model, the formats' interfaces, limits and findings. */
@NullMarked
package io.graphtracker.project.exchange;

import org.jspecify.annotations.NullMarked;
