package io.graphtracker.project.exchange;

import io.graphtracker.project.Position;
import io.graphtracker.project.TaskDetails;
import io.graphtracker.project.TaskField;
import io.graphtracker.project.TaskPriority;
import io.graphtracker.project.TaskStatus;
import io.graphtracker.project.TaskTags;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/** Any plan that a project can contain. */
public final class PlanDocuments {

    private static final int LARGEST = 25;

    private PlanDocuments() {}

    public static Arbitrary<PlanDocument> any() {
        return Combinators.combine(line(), task().list().ofMaxSize(LARGEST).ofMinSize(1), pairs())
                .as(PlanDocuments::document);
    }

    /** A text as {@link PlanTexts} leaves it. */
    private static Arbitrary<String> line() {
        return Arbitraries.strings()
                .all()
                .ofMaxLength(40)
                .map(PlanDocuments::withoutLoneSurrogates)
                .map(PlanTexts::line)
                .filter(text -> !text.isEmpty());
    }

    private static Arbitrary<String> block() {
        return Arbitraries.strings()
                .all()
                .withChars('\n', '"', '\\', ',', ';', '\'', '=')
                .ofMaxLength(60)
                .map(PlanDocuments::withoutLoneSurrogates)
                .map(PlanTexts::block);
    }

    /** No text of a browser has one, and no encoding can write one. */
    private static String withoutLoneSurrogates(String text) {
        return text.codePoints()
                .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static Arbitrary<@Nullable Double> hours() {
        return Arbitraries.doubles().between(0, 100_000).injectNull(0.3);
    }

    private static Arbitrary<PlanComment> comment() {
        return Combinators.combine(
                        line(),
                        Arbitraries.longs()
                                .between(0, 4_000_000_000_000L)
                                .map(Instant::ofEpochMilli)
                                .injectNull(0.2),
                        block())
                .as(PlanComment::new);
    }

    private static Arbitrary<PlanTask> task() {
        Arbitrary<Position> position = Combinators.combine(
                        Arbitraries.doubles().between(-1e6, 1e6),
                        Arbitraries.doubles().between(-1e6, 1e6))
                .as(Position::new)
                .injectNull(0.2);
        Arbitrary<TaskDetails> plain = Combinators.combine(
                        line(),
                        block(),
                        Arbitraries.of(TaskStatus.class),
                        Arbitraries.of(TaskPriority.class),
                        hours(),
                        hours())
                .as((title, text, status, priority, planned, actual) ->
                        new TaskDetails(title, text, status, priority, planned, actual, null, Set.of(), null));
        Arbitrary<TaskDetails> details = Combinators.combine(
                        plain,
                        line().injectNull(0.5),
                        line().filter(tag -> !tag.contains(","))
                                .map(tag -> PlanTexts.cut(tag, 30)
                                        .replaceAll("\\s+", " ")
                                        .strip())
                                .list()
                                .ofMaxSize(3),
                        Arbitraries.of("https://example.org/a?b=c&d").injectNull(0.5))
                .as((task, assignee, tags, link) -> task.with(TaskField.ASSIGNEE, assignee)
                        .with(TaskField.TAGS, TaskTags.merge(tags))
                        .with(TaskField.LINK, link));
        return Combinators.combine(
                        Arbitraries.of(true, false, false),
                        details,
                        position,
                        comment().list().ofMaxSize(2))
                .as((group, known, place, comments) -> new PlanTask("", null, group, known, place, group, comments));
    }

    private static Arbitrary<List<int[]>> pairs() {
        return Arbitraries.integers()
                .between(0, LARGEST)
                .array(int[].class)
                .ofSize(2)
                .list()
                .ofMaxSize(40);
    }

    /** Dependencies lead forwards between tasks only, so that there is no cycle; groups contain what follows them. */
    private static PlanDocument document(String name, List<PlanTask> drafts, List<int[]> pairs) {
        List<PlanTask> tasks = new ArrayList<>();
        String group = null;
        for (int i = 0; i < drafts.size(); i++) {
            PlanTask draft = drafts.get(i);
            String key = (draft.group() ? "g" : "t") + i;
            tasks.add(new PlanTask(
                    key,
                    i % 3 == 0 ? null : group,
                    draft.group(),
                    draft.details(),
                    draft.position(),
                    draft.collapsed(),
                    draft.comments()));
            group = draft.group() ? key : group;
        }
        Set<PlanDependency> dependencies = new LinkedHashSet<>();
        for (int[] pair : pairs) {
            int from = Math.min(pair[0], pair[1]);
            int to = Math.max(pair[0], pair[1]);
            boolean possible = from != to
                    && to < tasks.size()
                    && !tasks.get(from).group()
                    && !tasks.get(to).group();
            if (possible) {
                dependencies.add(
                        new PlanDependency(tasks.get(from).key(), tasks.get(to).key()));
            }
        }
        return new PlanDocument(name, tasks, List.copyOf(dependencies));
    }
}
