/** The frame around every page: layout, skip link, status region, banners, pages for errors. */
@ApplicationModule(allowedDependencies = {"database", "environment", "feedback", "texts", "web"})
@NullMarked
package io.graphtracker.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
