package io.graphtracker.project.ui;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Which rows of the outline a filter dims. They stay, since they are the tasks of the canvas, and what is around those that match. */
final class OutlineFilter {

    /** What rows show, by id; rows that have not come into view are missing. */
    private final Map<UUID, Boolean> shown = new HashMap<>();
    /** The tasks that match and the groups around them; null without a filter. */
    private @Nullable Set<UUID> broughtOut;

    /** Whether a row is dimmed, which is remembered as shown. */
    boolean dims(UUID id) {
        boolean dimmed = isDimmed(id);
        shown.put(id, dimmed);
        return dimmed;
    }

    private boolean isDimmed(UUID id) {
        return broughtOut != null && !broughtOut.contains(id);
    }

    /**
     * @param matching the tasks that match; null without a filter
     * @param refresh is given each row that shows something else now
     */
    void set(@Nullable Set<UUID> matching, OutlineTree tree, Consumer<UUID> refresh) {
        broughtOut = matching == null ? null : withGroups(matching, tree);
        Map.copyOf(shown).forEach((id, dimmed) -> {
            if (!tree.contains(id)) {
                shown.remove(id);
            } else if (isDimmed(id) != dimmed) {
                refresh.accept(id);
            }
        });
    }

    private static Set<UUID> withGroups(Set<UUID> matching, OutlineTree tree) {
        Set<UUID> all = new HashSet<>(matching);
        matching.forEach(id -> all.addAll(tree.ancestors(id)));
        return all;
    }
}
