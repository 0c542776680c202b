package io.graphtracker.project;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProgressTest {

    @Test
    void hoursCountIfAnyArePlanned() {
        assertThat(new Progress(4, 3, 80, 12).percent()).isEqualTo(15);
        assertThat(new Progress(4, 3, 0, 0).percent()).isEqualTo(75);
        assertThat(Progress.NONE.percent()).isZero();
    }

    @Test
    void onlyWhatIsAllDoneIsAHundredPercent() {
        assertThat(new Progress(2, 1, 1000, 999.9).percent()).isEqualTo(99);
        assertThat(new Progress(2, 2, 0.3, 0.1 + 0.2).percent()).isEqualTo(100);
        assertThat(new Progress(3, 3, 0.7, 0.1 + 0.2 + 0.1 + 0.3 - 1e-9).percent())
                .isEqualTo(100);
    }
}
