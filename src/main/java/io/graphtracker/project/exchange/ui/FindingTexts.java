package io.graphtracker.project.exchange.ui;

import io.graphtracker.project.exchange.Finding;
import io.graphtracker.project.exchange.Place;
import io.graphtracker.texts.Texts;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Findings in words, with their place. */
final class FindingTexts {

    private FindingTexts() {}

    /** For example: Line 12, “Dig”: … */
    static String of(Finding finding, Texts texts) {
        String where = Stream.concat(
                        place(finding.place(), texts).stream(),
                        finding.task().isEmpty() ? Stream.empty() : Stream.of("“" + finding.task() + "”"))
                .collect(Collectors.joining(", "));
        String what = texts.get(finding.messageKey(), finding.argumentArray());
        return where.isEmpty() ? what : texts.get("import.place.what", where, what);
    }

    private static List<String> place(Place place, Texts texts) {
        return switch (place.unit()) {
            case NONE -> List.of();
            case LINE ->
                List.of(
                        place.column() == 0
                                ? texts.get("import.place.line", place.number())
                                : texts.get("import.place.column", place.number(), place.column()));
            case RECORD -> List.of(texts.get("import.place.record", place.number()));
            case TASK -> List.of(texts.get("import.place.task", place.number()));
        };
    }
}
