package io.graphtracker.project.ui;

import io.graphtracker.project.layout.LayoutExecutor;
import io.graphtracker.testing.WatchedExecutor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Computes layouts on threads that a test can hold. */
@TestConfiguration
class WatchedLayouts {

    @Bean(defaultCandidate = false, destroyMethod = "shutdown")
    @Primary
    @LayoutExecutor
    WatchedExecutor watchedLayoutExecutor() {
        return new WatchedExecutor();
    }
}
