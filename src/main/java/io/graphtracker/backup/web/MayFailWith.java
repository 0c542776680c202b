package io.graphtracker.backup.web;

import io.graphtracker.backup.BackupProblem;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Declares the problems that an operation may be answered with, for the description of the HTTP interface. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface MayFailWith {

    /** The problems. */
    BackupProblem[] value();

    /** Whether it needs the backups folder, so that all problems of the settings are added. */
    boolean inFolder() default true;
}
