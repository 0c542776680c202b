package io.graphtracker.project.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.graphtracker.actions.Action;
import io.graphtracker.actions.ActionRegistry;
import io.graphtracker.actions.Shortcut;
import io.graphtracker.shell.BackLinks;
import io.graphtracker.shell.MainLayout;
import io.graphtracker.shell.PageHeader;
import io.graphtracker.texts.Texts;
import java.util.List;
import java.util.stream.Stream;

/** Explains what can be done, and with which keys. The shortcuts come from the actions themselves. */
@Route(value = "help", layout = MainLayout.class)
public class HelpView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final List<String> CANVAS_KEYS =
            List.of("walk", "pan", "zoom", "move", "edit", "delete", "all", "clear", "tab");
    private static final List<String> OUTLINE_KEYS =
            List.of("walk", "range", "ends", "expand", "step", "path", "edit", "delete", "clear");
    private static final List<String> TITLE_KEYS = List.of("next", "successor");

    private final transient BackLinks backLinks;
    private final transient Texts texts;
    private final Main main = new Main();

    HelpView(ActionRegistry registry, BackLinks backLinks, PageHeader header, Texts texts) {
        this.backLinks = backLinks;
        this.texts = texts;
        main.setId(MainLayout.MAIN_ID);
        main.addClassNames("page", "help");
        main.add(
                new H1(texts.get("help.title")),
                new Paragraph(texts.get("help.introduction")),
                section("help.actions", actionTable(registry)),
                section("help.canvas", keyTable("help.canvas", CANVAS_KEYS)),
                section("help.outline", keyTable("help.outline", OUTLINE_KEYS)),
                section("help.title-field", keyTable("help.title-field", TITLE_KEYS)),
                section("help.statuses", new StatusLegend(texts)),
                section("help.groups"),
                section("help.filter"),
                section("help.backups"),
                section("help.http", httpInterface()));
        add(header, main);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        backLinks.of(event.getLocation()).ifPresent(main::addComponentAsFirst);
    }

    @Override
    public String getPageTitle() {
        return texts.get("page.title", texts.get("help.title"));
    }

    /** No page of Vaadin's, so its router must not look for it. */
    private Anchor httpInterface() {
        Anchor link = new Anchor("api/docs", texts.get("help.http.link"));
        link.setRouterIgnore(true);
        return link;
    }

    private Section section(String textKey, Component... content) {
        Section section = new Section(new H2(texts.get(textKey)), new Paragraph(texts.get(textKey + ".text")));
        section.add(content);
        return section;
    }

    private KeyTable actionTable(ActionRegistry registry) {
        return new KeyTable(
                texts,
                texts.get("help.actions"),
                registry.actions().stream().flatMap(this::row).toList());
    }

    private Stream<KeyTable.Row> row(Action action) {
        return action.shortcut().stream()
                .map(shortcut ->
                        new KeyTable.Row(shortcut.label(), texts.get(action.textKey()), effect(action, shortcut)));
    }

    private String effect(Action action, Shortcut shortcut) {
        String explanation = texts.get(action.textKey() + ".tooltip");
        return shortcut.needsGraphFocus() ? explanation : texts.get("help.everywhere", explanation);
    }

    private KeyTable keyTable(String textKey, List<String> keys) {
        return new KeyTable(
                texts,
                texts.get(textKey),
                keys.stream()
                        .map(key -> new KeyTable.Row(
                                texts.get(textKey + "." + key + ".key"),
                                texts.get(textKey + "." + key + ".name"),
                                texts.get(textKey + "." + key + ".text")))
                        .toList());
    }
}
