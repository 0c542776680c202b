/**
 * The edge: which requests are refused, what every answer tells browsers, what becomes of those that fail, which sessions end early, and what
 * Tomcat does around all that.
 */
@ApplicationModule(allowedDependencies = {"environment", "texts"})
@NullMarked
package io.graphtracker.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
