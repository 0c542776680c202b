package io.graphtracker.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * A test that {@code ./mvnw verify} has no time for: it shows again, under crashes, load, in another window or in
 * another state, what a cheaper test has shown, or it takes more seconds than people wait. CI runs all of them before
 * anything lands, and so does {@code -Dgraphtracker.thorough=true}; a test that is named by {@code -Dtest} or {@code
 * -Dit.test} runs in any case.
 *
 * @see "docs/decisions/2026-12-01-tests-for-every-day-and-all-tests.md"
 */
@Tag("thorough")
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Thorough {}
