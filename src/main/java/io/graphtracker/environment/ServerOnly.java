package io.graphtracker.environment;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a bean that the command line leaves out: it opens the database for as long as the application runs, works by a
 * timer, prepares what comes later, or concerns the migration of the live database.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ServerOnly {}
