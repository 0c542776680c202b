package io.graphtracker.backup.restore.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import io.graphtracker.backup.restore.RestorePreview;
import io.graphtracker.backup.restore.RestorePreview.Names;
import io.graphtracker.texts.Texts;

/** What a restore would bring, and what would be lost. */
class PreviewPane extends Div {

    private final Texts texts;

    PreviewPane(RestorePreview preview, String age, String safety, Texts texts) {
        this.texts = texts;
        addClassName("restore-preview");
        add(Paragraphs.of("restoreAge", age), new ContentsTable(preview, texts));
        addNames(preview);
        add(Paragraphs.of("restoreSafety", safety));
    }

    /** Explains a missing comparison: without it, everything would seem lost, or new. */
    private void addNames(RestorePreview preview) {
        switch (preview.compared()) {
            case OLDER -> add(Paragraphs.of("restoreUnknown", texts.get("restore.unknown.there")));
            case OVERDUE -> add(Paragraphs.of("restoreUnknown", texts.get("restore.unknown.overdue")));
            case UNREADABLE -> add(Paragraphs.of("restoreUnknown", texts.get("restore.unknown.now")));
            case YES -> {
                if (preview.lost().isEmpty()
                        && preview.reverted().isEmpty()
                        && preview.restored().isEmpty()) {
                    add(Paragraphs.of("restoreSame", texts.get("restore.same")));
                }
            }
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
