package io.graphtracker.project.ui;

import io.graphtracker.project.TaskStatus;
import io.graphtracker.texts.Texts;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** The words that {@code graph-canvas.nocache.js} shows and speaks itself. It fills {@code {0}} in. */
record CanvasTexts(
        String loading,
        String unavailable,
        String retry,
        String group,
        String inGroup,
        String dependsOn,
        String leadsTo,
        String selected,
        String nothingSelected,
        String notInFilter,
        Map<String, String> statuses) {

    private static final String BLANK = "{0}";

    static CanvasTexts of(Texts texts) {
        return new CanvasTexts(
                texts.get("canvas.loading"),
                texts.get("canvas.unavailable"),
                texts.get("canvas.retry"),
                texts.get("outline.group"),
                texts.get("canvas.in-group", BLANK),
                texts.get("canvas.depends-on", BLANK),
                texts.get("canvas.leads-to", BLANK),
                texts.get("canvas.selected", BLANK),
                texts.get("task.none.title"),
                texts.get("filter.not-in"),
                Arrays.stream(TaskStatus.values())
                        .collect(Collectors.toMap(TaskStatus::slug, status -> texts.get(status.textKey()))));
    }
}
