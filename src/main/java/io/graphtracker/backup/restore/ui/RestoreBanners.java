package io.graphtracker.backup.restore.ui;

import com.vaadin.flow.component.Component;
import io.graphtracker.feedback.Feedback;
import io.graphtracker.shell.PageBanner;
import io.graphtracker.texts.Texts;
import org.springframework.beans.factory.ObjectProvider;

/** Adds a {@link RestoreBanner} to each page. */
@org.springframework.stereotype.Component
class RestoreBanners implements PageBanner {

    private final RestoreActivity activity;
    private final ObjectProvider<Feedback> page;
    private final Texts texts;

    RestoreBanners(RestoreActivity activity, ObjectProvider<Feedback> page, Texts texts) {
        this.activity = activity;
        this.page = page;
        this.texts = texts;
    }

    @Override
    public Component banner() {
        return new RestoreBanner(activity, page.getObject(), texts);
    }
}
