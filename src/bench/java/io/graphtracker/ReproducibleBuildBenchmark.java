package io.graphtracker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Measures nothing, but takes too long for every build: whoever builds the same sources gets the same jar. */
class ReproducibleBuildBenchmark {

    @Test
    void twoBuildsMakeOneJar() throws Exception {
        Process script = new ProcessBuilder("scripts/check-reproducible-build")
                .inheritIO()
                .start();

        assertThat(script.waitFor()).isZero();
    }
}
