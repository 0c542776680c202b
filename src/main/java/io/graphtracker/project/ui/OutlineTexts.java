package io.graphtracker.project.ui;

import com.vaadin.flow.function.ValueProvider;
import io.graphtracker.project.OutlineRow;
import io.graphtracker.project.OutlineRow.Predecessor;
import io.graphtracker.texts.Texts;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the rows of the outline say; empty for rows that have not been read. */
final class OutlineTexts {

    /** How many of the tasks that have to come first a row names. */
    private static final int NAMED = 5;

    private final OutlineDataProvider data;
    private final PathTexts paths;
    private final OutlineFilter filter;
    private final Texts texts;

    /** What the rows in view say about the path that is shown, by id. */
    private final Map<UUID, String> saidOfPath = new HashMap<>();

    OutlineTexts(OutlineDataProvider data, PathTexts paths, OutlineFilter filter, Texts texts) {
        this.data = data;
        this.paths = paths;
        this.filter = filter;
        this.texts = texts;
    }

    <T> Optional<T> row(UUID id, ValueProvider<OutlineRow, @Nullable T> part) {
        return data.row(id).map(part);
    }

    String title(UUID id) {
        return row(id, OutlineRow::title).orElse("");
    }

    String statusSlug(UUID id) {
        return row(id, row -> row.status().slug()).orElse("");
    }

    String statusName(UUID id) {
        return row(id, row -> {
                    String status = texts.get(row.status().textKey());
                    return row.group() ? texts.get("outline.group-status", status) : status;
                })
                .orElse("");
    }

    /** The planned hours; those that are left while a path is shown, since it counts them. */
    String hours(UUID id) {
        return hours(id, HoursText::rounded);
    }

    private String hours(UUID id, ValueProvider<Double, String> format) {
        Optional<Double> hours =
                paths.isShown() ? data.row(id).flatMap(row -> paths.hoursLeft(id)) : row(id, OutlineRow::plannedHours);
        return hours.map(format).orElse("");
    }

    String slack(UUID id) {
        return paths.cell(id);
    }

    String dependsOn(UUID id) {
        return row(id, OutlineRow::dependsOn).map(this::titles).orElse("");
    }

    /** What the columns after the status say, those that say something. */
    String details(UUID id) {
        Map<String, String> said = new LinkedHashMap<>();
        said.put(hoursHeader(), hours(id));
        said.put("outline.column.slack", slack(id));
        said.put("outline.column.depends-on", dependsOn(id));
        return said.entrySet().stream()
                .filter(detail -> !detail.getValue().isEmpty())
                .map(detail -> texts.get("outline.detail", texts.get(detail.getKey()), detail.getValue()))
                .collect(Collectors.joining(texts.get("outline.detail-separator")));
    }

    /** The key of the text above the hours. */
    String hoursHeader() {
        return paths.isShown() ? "outline.column.hours-left" : "outline.column.hours";
    }

    /**
     * What is read out after the title, since keys that go from row to row read a single cell.
     *
     * @param narrow whether the cell with the title shows what the columns say
     */
    String note(UUID id, boolean narrow) {
        String ofPath = data.row(id).isEmpty() ? "" : ofPath(id);
        saidOfPath.put(id, data.row(id).isEmpty() ? "" : withHours(id));
        Stream<String> columns =
                narrow ? Stream.of() : Stream.of(statusName(id), hours(id, this::hoursInWords), ofPath);
        String filtered = filter.dims(id) ? texts.get("outline.not-in-filter") : "";
        return Stream.concat(columns, Stream.of(narrow ? paths.nextOf(id) : "", filtered))
                .filter(part -> !part.isEmpty())
                .map(part -> texts.get("outline.note", part))
                .collect(Collectors.joining());
    }

    /** Also what the column of hours says, which are those left while a path is shown. */
    private String withHours(UUID id) {
        return hours(id, this::hoursInWords) + "\n" + ofPath(id);
    }

    private String ofPath(UUID id) {
        return paths.spoken(id);
    }

    private String hoursInWords(Double hours) {
        return texts.get(
                paths.isShown() ? "outline.hours-left" : "outline.hours-planned", hours, HoursText.rounded(hours));
    }

    /** Gives the rows that say something else of the path now. */
    void pathChanged(Consumer<UUID> refresh) {
        Map.copyOf(saidOfPath).forEach((id, said) -> {
            if (data.row(id).isEmpty()) {
                saidOfPath.remove(id);
            } else if (!withHours(id).equals(said)) {
                refresh.accept(id);
            }
        });
    }

    private String titles(List<Predecessor> all) {
        String named = all.stream()
                .limit(NAMED)
                .map(Predecessor::title)
                .collect(Collectors.joining(texts.get("outline.separator")));
        return all.size() > NAMED ? texts.get("outline.and-more", named, all.size() - NAMED) : named;
    }
}
