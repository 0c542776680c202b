package io.graphtracker.project.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.QueryParameters;
import io.graphtracker.actions.ActionRegistry;
import io.graphtracker.project.ProjectSummary;
import io.graphtracker.texts.Texts;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class HelpViewTest extends PageTest {

    @Autowired
    private ActionRegistry registry;

    @Autowired
    private Texts texts;

    @Test
    void everyShortcutIsExplained() {
        UI.getCurrent().navigate(HelpView.class);
        String help = _get(HelpView.class).getElement().getTextRecursively();
        registry.actions()
                .forEach(action -> action.shortcut()
                        .ifPresent(
                                shortcut -> assertThat(help).contains(shortcut.label(), texts.get(action.textKey()))));
        assertThat(heading()).isEqualTo("Help");
    }

    @Test
    void itLeadsBackToTheProjectOnesCameFrom() {
        ProjectSummary project = projects.create("Move house");
        UI.getCurrent().navigate(HelpView.class, QueryParameters.of("from", "projects/" + project.id()));
        assertThat(_get(Anchor.class, link -> link.withId("linkBack")).getHref())
                .isEqualTo("projects/" + project.id());
    }
}
