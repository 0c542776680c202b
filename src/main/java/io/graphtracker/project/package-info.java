/** Projects as graphs of tasks: entities, repositories, services, critical path. */
@NullMarked
package io.graphtracker.project;

import org.jspecify.annotations.NullMarked;
