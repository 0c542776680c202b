/**
 * The HTTP edge: filters that refuse requests, security headers, responses to failed requests, expiry of unconfirmed
 * sessions, and Tomcat's valves.
 */
@ApplicationModule(allowedDependencies = {"environment", "texts"})
@NullMarked
package io.graphtracker.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
