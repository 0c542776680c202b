package io.graphtracker.project.ui;

import io.graphtracker.project.Change;
import io.graphtracker.project.ChangeLabel;
import io.graphtracker.texts.Texts;

/** Changes in words. */
final class ChangeTexts {

    private ChangeTexts() {}

    /** What a change is called, for example “Delete “Dig””. */
    static String name(ChangeLabel label, Texts texts) {
        return texts.get(label.key(), label.argumentArray());
    }

    /** What a change has done, for example “Dig” is deleted. */
    static String description(Change change, Texts texts) {
        ChangeLabel label = change.label();
        return texts.get(label.key() + ".done", label.argumentArray());
    }
}
