package io.graphtracker.cli;

import io.graphtracker.backup.restore.RestorePreview;
import io.graphtracker.backup.restore.RestorePreview.Compared;
import io.graphtracker.backup.restore.RestorePreview.Names;
import io.graphtracker.backup.restore.RestoreTexts;
import io.graphtracker.texts.Texts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a restore would bring, in lines: what the dialog of the page shows. */
final class PreviewText {

    private final RestorePreview preview;
    private final Texts texts;
    private final List<String> lines = new ArrayList<>();

    private PreviewText(RestorePreview preview, Texts texts) {
        this.preview = preview;
        this.texts = texts;
    }

    /** The lines for a preview. */
    static List<String> of(RestorePreview preview, RestoreTexts restoreTexts, Texts texts) {
        PreviewText text = new PreviewText(preview, texts);
        text.lines.add(restoreTexts.title(preview));
        text.lines.add(restoreTexts.age(preview));
        text.addContents();
        text.addComparison(restoreTexts.notCompared(preview.compared()));
        text.lines.add(restoreTexts.safety(preview));
        return text.lines;
    }

    private void addContents() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                texts.get("restore.contents"), texts.get("restore.contents.there"), texts.get("restore.contents.now")));
        Set<String> kinds = new LinkedHashSet<>(preview.inBackup().keySet());
        kinds.addAll(preview.current().keySet());
        for (String kind : kinds) {
            texts.find("restore.kind." + kind)
                    .ifPresent(name ->
                            rows.add(List.of(name, count(preview.inBackup(), kind), count(preview.current(), kind))));
        }
        lines.addAll(TextTable.of(rows));
    }

    private String count(Map<String, Long> counts, String kind) {
        Long count = counts.get(kind);
        return count == null ? texts.get("restore.contents.unknown") : String.format(Locale.ENGLISH, "%,d", count);
    }

    private void addComparison(String notCompared) {
        boolean same = preview.compared() == Compared.YES
                && preview.lost().isEmpty()
                && preview.reverted().isEmpty()
                && preview.restored().isEmpty();
        lines.add(same ? texts.get("restore.same") : notCompared);
        addNames("restore.lost", preview.lost());
        addNames("restore.reverted", preview.reverted());
        addNames("restore.brought-back", preview.restored());
    }

    private void addNames(String key, Names names) {
        if (names.isEmpty()) {
            return;
        }
        List<String> shown = new ArrayList<>(names.first());
        long more = names.count() - names.first().size();
        if (more > 0) {
            shown.add(texts.get("restore.more", more));
        }
        lines.add(texts.get("cli.names", texts.get(key, names.count()), String.join(", ", shown)));
    }
}
