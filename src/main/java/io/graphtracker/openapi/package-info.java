/** The description of the HTTP interface (OpenAPI), which is made from its controllers, and the page to read and try it. */
@ApplicationModule(allowedDependencies = {"texts", "web"})
@NullMarked
package io.graphtracker.openapi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
