package io.graphtracker.backup.crash;

import io.graphtracker.backup.crash.Change.Fate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.UnaryOperator;

/**
 * The possible states of the disk after a crash during recorded operations, on a file system that promises no more than
 * POSIX does: every write and every change of a folder's entry that was not forced is present or absent, independently
 * of the others and of their order. Forcing a folder forces its entries; forcing a file forces its content. A rename
 * happens as a whole or not at all, also between folders, as on every file system with a journal.
 *
 * <p>A crash right before a force can leave every state that a crash since the previous force can leave. So only these
 * moments are tried, and those after the process printed a line. If there are more combinations than the limit, the
 * extremes are tried, and a sample that is the same each time.
 *
 * @see <a href="https://www.usenix.org/conference/osdi14/technical-sessions/presentation/pillai">ALICE</a>
 * @see <a href="https://www.usenix.org/conference/osdi18/presentation/mohan">CrashMonkey</a>
 */
public final class CrashStates {

    private static final long SEED = 20261125;

    /** Up to this number of entries that may be lost, every combination is tried. */
    private static final int ENTRIES_WITHOUT_SAMPLE = 6;

    private static final int SAMPLES = 24;

    private final RecordedChanges changes;
    private final int mostAtAPoint;

    private CrashStates(RecordedChanges changes, int mostAtAPoint) {
        this.changes = changes;
        this.mostAtAPoint = mostAtAPoint;
    }

    /**
     * The crash states of a process.
     *
     * @param root the folder in which it worked
     * @param before the previous contents of the folder
     * @param calls the file operations of the process
     * @param mostAtAPoint the maximum number of states for each moment
     */
    public static CrashStates of(Path root, FileTree before, List<FileCall> calls, int mostAtAPoint) {
        return new CrashStates(new RecordedChanges(root, before, calls), mostAtAPoint);
    }

    /** The moments to try, as numbers of completed calls. */
    public SortedSet<Integer> points() {
        return changes.points();
    }

    /** The possible states of the disk after a crash at a moment, without duplicates. */
    public Collection<FileTree> at(int point) {
        Random random = new Random(SEED + point);
        List<Change> entries = changes.mayBeLost(point, false);
        List<Change> writes = changes.mayBeLost(point, true);
        List<UnaryOperator<Fate>> fates = writes.isEmpty() ? List.of(kept -> kept) : fates(random);
        List<Map<Change, Fate>> combinations = new ArrayList<>();
        for (Set<Change> lost : subsets(entries, random)) {
            for (UnaryOperator<Fate> fate : fates) {
                Map<Change, Fate> combination = new HashMap<>();
                writes.forEach(change -> combination.put(change, fate.apply(Fate.WHOLE)));
                lost.forEach(change -> combination.put(change, Fate.LOST));
                combinations.add(combination);
            }
        }
        Map<String, FileTree> states = new LinkedHashMap<>();
        for (Map<Change, Fate> combination : bounded(combinations, random)) {
            FileTree state = changes.state(point, combination);
            states.putIfAbsent(state.fingerprint(), state);
        }
        return states.values();
    }

    /** All of the same kind, and a random mixture. */
    private static List<UnaryOperator<Fate>> fates(Random random) {
        Fate[] all = Fate.values();
        return List.of(
                whole -> Fate.LOST,
                whole -> whole,
                whole -> Fate.ZEROS,
                whole -> all[random.nextInt(all.length)],
                whole -> random.nextInt(8) == 0 ? all[random.nextInt(all.length)] : whole);
    }

    /** All combinations, the extremes first, or a sample. */
    private static List<Set<Change>> subsets(List<Change> entries, Random random) {
        Set<Set<Change>> subsets = new LinkedHashSet<>();
        subsets.add(Set.of());
        subsets.add(Set.copyOf(entries));
        for (Change entry : entries) {
            subsets.add(Set.of(entry));
            Set<Change> others = new HashSet<>(entries);
            others.remove(entry);
            subsets.add(others);
        }
        if (entries.size() <= ENTRIES_WITHOUT_SAMPLE) {
            for (int bits = 0; bits < 1 << entries.size(); bits++) {
                subsets.add(subset(entries, bits));
            }
        } else {
            for (int sample = 0; sample < SAMPLES; sample++) {
                subsets.add(subset(entries, random.nextInt()));
            }
        }
        return List.copyOf(subsets);
    }

    private static Set<Change> subset(List<Change> entries, int bits) {
        Set<Change> subset = new HashSet<>();
        for (int number = 0; number < entries.size(); number++) {
            if ((Integer.rotateRight(bits, number) & 1) == 1) {
                subset.add(entries.get(number));
            }
        }
        return subset;
    }

    private <T> List<T> bounded(List<T> combinations, Random random) {
        if (combinations.size() <= mostAtAPoint) {
            return combinations;
        }
        List<T> extremes = combinations.subList(0, mostAtAPoint / 2);
        List<T> others = new ArrayList<>(combinations.subList(mostAtAPoint / 2, combinations.size()));
        Collections.shuffle(others, random);
        List<T> bounded = new ArrayList<>(extremes);
        bounded.addAll(others.subList(0, mostAtAPoint - bounded.size()));
        return bounded;
    }
}
