package io.graphtracker.project;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.graphtracker.project.TaskSearchRepository.Entry;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds tasks by a part of their titles, in any case. All titles of the project are read and compared here, which takes
 * some 20 ms for 5,000: SQLite knows the case of ASCII letters only.
 */
@Service
@Transactional(readOnly = true)
public class TaskSearch {

    private final TaskSearchRepository titles;

    TaskSearch(TaskSearchRepository titles) {
        this.titles = titles;
    }

    /**
     * The tasks of a project, without groups, whose titles contain a text: those first that begin with it, then those
     * with a word that does, then the others, each in the order of the alphabet.
     *
     * @param text all tasks if it is blank
     */
    public List<FoundTask> tasks(UUID projectId, String text) {
        return find(projectId, text, entry -> !entry.group());
    }

    /** Like {@link #tasks}, with groups. */
    public List<FoundTask> tasksAndGroups(UUID projectId, String text) {
        return find(projectId, text, entry -> true);
    }

    private List<FoundTask> find(UUID projectId, String text, Predicate<Entry> wanted) {
        List<Entry> all = titles.entries(projectId);
        Map<UUID, Entry> byId = all.stream().collect(toMap(Entry::id, entry -> entry));
        Map<String, Long> occurrences = all.stream().collect(groupingBy(Entry::title, counting()));
        String part = fold(text.strip());
        return all.stream()
                .filter(wanted)
                .map(entry -> Match.of(entry, part))
                .filter(match -> match.rank < Match.NONE)
                .sorted(Comparator.comparingInt(Match::rank).thenComparing(Match::folded))
                .map(match -> found(match.entry, byId, occurrences))
                .toList();
    }

    private static FoundTask found(Entry entry, Map<UUID, Entry> byId, Map<String, Long> occurrences) {
        boolean unique = occurrences.getOrDefault(entry.title(), 0L) == 1;
        return new FoundTask(entry.id(), entry.title(), unique ? null : groupTitle(entry, byId));
    }

    private static @Nullable String groupTitle(Entry entry, Map<UUID, Entry> byId) {
        Entry group = entry.parentId() == null ? null : byId.get(entry.parentId());
        return group == null ? null : group.title();
    }

    /** Makes texts equal that differ only in case, or in how letters are composed. Upper case first: ß becomes SS. */
    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }

    /**
     * How well a title matches.
     *
     * @param rank {@link #NONE} if it does not
     */
    private record Match(Entry entry, String folded, int rank) {

        static final int NONE = 3;

        static Match of(Entry entry, String part) {
            String folded = fold(entry.title());
            return new Match(entry, folded, rankOf(folded, part));
        }

        private static int rankOf(String folded, String part) {
            int at = folded.indexOf(part);
            if (at <= 0) {
                return at == 0 ? 0 : NONE;
            }
            for (int word = at; word > 0; word = folded.indexOf(part, word + 1)) {
                if (!Character.isLetterOrDigit(folded.codePointBefore(word))) {
                    return 1;
                }
            }
            return 2;
        }
    }
}
