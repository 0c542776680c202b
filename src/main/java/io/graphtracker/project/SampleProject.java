package io.graphtracker.project;

import java.util.UUID;
import org.springframework.stereotype.Component;

/** A believable plan to look at. */
@Component
class SampleProject {

    String name() {
        return "Sample";
    }

    void fill(UUID projectId) {}
}
