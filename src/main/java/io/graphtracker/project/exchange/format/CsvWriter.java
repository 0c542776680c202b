package io.graphtracker.project.exchange.format;

import io.graphtracker.project.Position;
import io.graphtracker.project.TaskDetails;
import io.graphtracker.project.exchange.PlanDependency;
import io.graphtracker.project.exchange.PlanDocument;
import io.graphtracker.project.exchange.PlanNames;
import io.graphtracker.project.exchange.PlanTask;
import io.graphtracker.project.exchange.PlanWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Writes a row for each task, without comments.
 *
 * @see "docs/plan-format.md"
 */
@Component
@Order(30)
class CsvWriter implements PlanWriter {

    /** Tells spreadsheets that it is UTF-8. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    @Override
    public String id() {
        return CsvFormat.ID;
    }

    @Override
    public String extension() {
        return "csv";
    }

    @Override
    public String mediaType() {
        return "text/csv";
    }

    @Override
    public String write(PlanDocument plan) {
        Map<String, String> before = new HashMap<>();
        for (PlanDependency dependency : plan.dependencies()) {
            before.merge(dependency.to(), dependency.from(), (some, more) -> some + "; " + more);
        }
        StringWriter text = new StringWriter().append(BYTE_ORDER_MARK);
        try (CSVPrinter rows = new CSVPrinter(text, CSVFormat.DEFAULT)) {
            rows.printRecord(
                    "key",
                    "parent",
                    "is group",
                    "title",
                    "description",
                    "status",
                    "priority",
                    "planned hours",
                    "actual hours",
                    "assignee",
                    "tags",
                    "link",
                    "depends on",
                    "x",
                    "y",
                    "collapsed");
            for (PlanTask task : plan.tasks()) {
                write(task, before.getOrDefault(task.key(), ""), rows);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(PlanTask task, String before, CSVPrinter rows) throws IOException {
        TaskDetails details = task.details();
        Position place = task.position();
        rows.printRecord(
                task.key(),
                task.parentKey(),
                yes(task.group()),
                text(details.title()),
                text(details.description()),
                details.status().slug(),
                PlanNames.of(details.priority()),
                details.plannedHours(),
                details.actualHours(),
                text(details.assignee()),
                text(String.join(", ", details.tags())),
                text(details.link()),
                before,
                place == null ? null : place.x(),
                place == null ? null : place.y(),
                yes(task.collapsed()));
    }

    private static String yes(boolean value) {
        return value ? "yes" : "";
    }

    private static String text(@Nullable String text) {
        return CsvCells.guarded(Objects.requireNonNullElse(text, ""));
    }
}
