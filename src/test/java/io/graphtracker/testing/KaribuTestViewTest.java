package io.graphtracker.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import org.junit.jupiter.api.Test;

class KaribuTestViewTest extends KaribuTest {

    @Test
    void aNewSessionIsAnotherTab() {
        UI before = UI.getCurrent();
        newSession();
        assertThat(UI.getCurrent()).isNotSameAs(before);
    }
}
