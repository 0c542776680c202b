package io.graphtracker.settings;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.graphtracker.texts.Texts;
import java.util.List;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** The content of the Settings tab: the sections contributed by features. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public class SettingsPanel extends Div {

    private final transient List<SettingsSection> sections;
    private final Texts texts;

    SettingsPanel(List<SettingsSection> sections, Texts texts) {
        this.sections = sections;
        this.texts = texts;
        addClassName("settings-panel");
    }

    /** Creates all sections again with their current values. Before the first call, the panel is empty. */
    public void refresh() {
        removeAll();
        for (SettingsSection section : sections) {
            add(new Section(new H2(texts.get(section.titleKey())), section.content()));
        }
    }
}
