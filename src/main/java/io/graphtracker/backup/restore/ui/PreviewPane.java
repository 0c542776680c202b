package io.graphtracker.backup.restore.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import io.graphtracker.backup.restore.RestorePreview;
import io.graphtracker.backup.restore.RestorePreview.Names;
import io.graphtracker.backup.restore.RestoreTexts;
import io.graphtracker.texts.Texts;

/** What a restore would bring, and what would be lost. */
class PreviewPane extends Div {

    private final Texts texts;

    PreviewPane(RestorePreview preview, RestoreTexts restoreTexts, Texts texts) {
        this.texts = texts;
        addClassName("restore-preview");
        add(Paragraphs.of("restoreAge", restoreTexts.age(preview)), new ContentsTable(preview, texts));
        addComparison(preview, restoreTexts.notCompared(preview.compared()));
        String safety = restoreTexts.safety(preview);
        if (!safety.isEmpty()) {
            add(Paragraphs.of("restoreSafety", safety));
        }
    }

    private void addComparison(RestorePreview preview, String notCompared) {
        if (!notCompared.isEmpty()) {
            add(Paragraphs.of("restoreUnknown", notCompared));
        } else if (preview.lost().isEmpty()
                && preview.reverted().isEmpty()
                && preview.restored().isEmpty()) {
            add(Paragraphs.of("restoreSame", texts.get("restore.same")));
        }
        addNames("restoreLost", "restore.lost", preview.lost());
        addNames("restoreReverted", "restore.reverted", preview.reverted());
        addNames("restoreBroughtBack", "restore.brought-back", preview.restored());
    }

    private void addNames(String id, String titleKey, Names names) {
        if (names.isEmpty()) {
            return;
        }
        UnorderedList list = new UnorderedList();
        names.first().stream().map(ListItem::new).forEach(list::add);
        long more = names.count() - names.first().size();
        if (more > 0) {
            list.add(new ListItem(texts.get("restore.more", more)));
        }
        Section section = new Section(new H3(texts.get(titleKey, names.count())), list);
        section.setId(id);
        add(section);
    }
}
