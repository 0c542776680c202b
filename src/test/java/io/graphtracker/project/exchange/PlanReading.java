package io.graphtracker.project.exchange;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.graphtracker.project.exchange.Finding.Severity;
import io.graphtracker.texts.Texts;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Reads and writes plans in all formats, without the rest of the application. */
public final class PlanReading {

    private static final AnnotationConfigApplicationContext FORMATS =
            new AnnotationConfigApplicationContext("io.graphtracker.project.exchange.format");

    private static final Texts TEXTS = new Texts();

    private PlanReading() {}

    public static ReadPlan read(String fileName, String content) {
        return read(fileName, content.getBytes(StandardCharsets.UTF_8));
    }

    public static ReadPlan read(String fileName, byte[] content) {
        return read(fileName, content, PlanLimits.DEFAULT);
    }

    public static ReadPlan read(String fileName, byte[] content, PlanLimits limits) {
        return reader(limits).read(fileName, new ByteArrayInputStream(content), () -> false, tasks -> {});
    }

    /** A plan that is not read from a file. */
    public static ReadPlan built(Consumer<PlanBuilder> action) {
        PlanBuilder plan =
                new PlanBuilder(new PlanFile("plan", new byte[0]), PlanLimits.DEFAULT, () -> false, tasks -> {});
        action.accept(plan);
        return plan.finish("built");
    }

    public static PlanReader reader(PlanLimits limits) {
        return new PlanReader(
                FORMATS.getBeanProvider(PlanFormat.class).orderedStream().toList(), limits);
    }

    /** The problem because of which a file is refused, with its place and in words. */
    public static String problem(String fileName, String content) {
        return problem(fileName, content.getBytes(StandardCharsets.UTF_8), PlanLimits.DEFAULT);
    }

    public static String problem(String fileName, byte[] content, PlanLimits limits) {
        PlanException refused = catchThrowableOfType(PlanException.class, () -> read(fileName, content, limits));
        return words(refused.problem());
    }

    /** The findings of a plan, each with its place and in words. */
    public static List<String> findings(ReadPlan plan) {
        return plan.findings().stream().map(PlanReading::words).toList();
    }

    private static String words(Finding finding) {
        Place place = finding.place();
        String where = place.equals(Place.NONE) ? "" : place.unit() + " " + place.number() + ":" + place.column() + " ";
        String task = finding.task().isEmpty() ? "" : "[" + finding.task() + "] ";
        String severity = finding.severity() == Severity.PROBLEM ? "" : finding.severity() + " ";
        return severity + where + task + TEXTS.get(finding.messageKey(), finding.argumentArray());
    }

    public static String write(String format, PlanDocument plan) {
        return FORMATS.getBeansOfType(PlanWriter.class).values().stream()
                .filter(writer -> writer.id().equals(format))
                .findFirst()
                .orElseThrow()
                .write(plan);
    }

    /** A task of a plan by its title. */
    public static PlanTask task(ReadPlan plan, String title) {
        return plan.document().tasks().stream()
                .filter(task -> task.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    /** The dependencies of a plan as titles, for example {@code Dig -> Build}. */
    public static List<String> dependencies(ReadPlan plan) {
        return plan.document().dependencies().stream()
                .map(pair -> title(plan, pair.from()) + " -> " + title(plan, pair.to()))
                .toList();
    }

    private static String title(ReadPlan plan, String key) {
        return plan.document().tasks().stream()
                .filter(task -> task.key().equals(key))
                .findFirst()
                .orElseThrow()
                .title();
    }
}
