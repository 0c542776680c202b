package io.graphtracker.project.exchange;

import io.graphtracker.project.exchange.Finding.Severity;
import java.util.ArrayList;
import java.util.List;

/** Collects findings: the first ones are kept, the others only counted. */
final class Findings {

    /** More than people read. */
    static final int MOST_KEPT = 100;

    private final List<Finding> kept = new ArrayList<>();
    private int count;

    void add(Severity severity, Place place, String task, String messageKey, Object... arguments) {
        count++;
        if (kept.size() < MOST_KEPT) {
            kept.add(new Finding(severity, place, task, messageKey, List.of(arguments)));
        }
    }

    List<Finding> kept() {
        return kept;
    }

    int count() {
        return count;
    }
}
