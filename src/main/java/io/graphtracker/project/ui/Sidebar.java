package io.graphtracker.project.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.component.tabs.TabSheetVariant;
import io.graphtracker.preferences.Flag;
import io.graphtracker.preferences.Preferences;
import io.graphtracker.settings.SettingsPanel;
import io.graphtracker.texts.Texts;
import java.util.LinkedHashMap;
import java.util.Map;

/** The tabs beside the canvas. The selected tab and the visibility of the sidebar are preferences of the user. */
class Sidebar extends Aside {

    /** The id, which {@link SidebarToggle} refers to. */
    static final String ID = "sidebar";

    private static final String TAB_PREFERENCE = "sidebarTab";
    private static final String VISIBLE_PREFERENCE = "sidebarVisible";
    private static final String TASK = "task";
    private static final String SETTINGS = "settings";

    private final Preferences preferences;
    private final Flag visibility;
    private final SettingsPanel settings;
    private final TabSheet sheet = new TabSheet();
    private final Map<String, Tab> tabs = new LinkedHashMap<>();
    private boolean choosing = true;
    private Tab chosenTab;

    Sidebar(Preferences preferences, Texts texts, Component task, Component actions, SettingsPanel settings) {
        this.preferences = preferences;
        this.visibility = preferences.flag(VISIBLE_PREFERENCE, true);
        this.settings = settings;
        setId(ID);
        addClassName("sidebar");
        getElement().setAttribute("aria-label", texts.get("sidebar.name"));
        addTab(TASK, "tabTask", texts.get("sidebar.task"), task);
        addTab("actions", "tabActions", texts.get("sidebar.actions"), actions);
        addTab(SETTINGS, "tabSettings", texts.get("sidebar.settings"), settings);
        sheet.setSelectedTab(tabs.getOrDefault(preferences.find(TAB_PREFERENCE).orElse(TASK), tabs.get(TASK)));
        chosenTab = sheet.getSelectedTab();
        sheet.addSelectedChangeListener(change -> {
            if (choosing) {
                chosenTab = change.getSelectedTab();
                remember(chosenTab);
            }
            showSettings(change.getSelectedTab());
        });
        showSettings(sheet.getSelectedTab());
        sheet.addThemeVariants(TabSheetVariant.AURA_NO_BORDER);
        nameTabs(texts);
        add(sheet);
        setVisible(visibility.isOn());
    }

    /** Shows or hides the sidebar and stores the choice. */
    void show(boolean visible) {
        setVisible(visible);
        visibility.set(visible);
    }

    /** Shows the Task tab on this page without storing it as the user's choice. */
    void openTaskTab() {
        setVisible(true);
        choosing = false;
        sheet.setSelectedTab(tabs.get(TASK));
        choosing = true;
    }

    /** Shows or hides the sidebar on this page as the user has chosen, with the tab that was chosen. */
    void closeTaskTab() {
        setVisible(visibility.isOn());
        choosing = false;
        sheet.setSelectedTab(chosenTab);
        choosing = true;
    }

    /**
     * Reads the settings when their tab is selected: they check files, and the sheet would keep what it has shown
     * before.
     */
    private void showSettings(Tab selected) {
        if (selected.equals(tabs.get(SETTINGS))) {
            settings.refresh();
        }
    }

    private void addTab(String key, String id, String title, Component content) {
        Tab tab = new Tab(title);
        tab.setId(id);
        tabs.put(key, tab);
        Div panel = new Div(content);
        panel.addClassName("sidebar-panel");
        sheet.add(tab, panel);
    }

    /**
     * The sheet names neither its tablist nor its content, which can have the focus, to be scrolled. The scrolling part
     * of the tabs has a tabindex, which axe reports: a tablist must contain nothing focusable but tabs. It needs none,
     * since its tabs are focusable.
     */
    private void nameTabs(Texts texts) {
        String name = texts.get("sidebar.tabs");
        String content = texts.get("sidebar.content");
        sheet.getElement().executeJs("""
                        const tabs = this.querySelector('vaadin-tabs');
                        tabs?.setAttribute('aria-label', $0);
                        const content = this.shadowRoot?.querySelector('vaadin-tabsheet-scroller');
                        content?.setAttribute('role', 'region');
                        content?.setAttribute('aria-label', $1);
                        Promise.resolve(tabs?.updateComplete)
                          .then(() => tabs?.shadowRoot.getElementById('scroll')?.removeAttribute('tabindex'));
                        """, name, content);
    }

    private void remember(Tab selected) {
        tabs.forEach((key, tab) -> {
            if (tab.equals(selected)) {
                preferences.put(TAB_PREFERENCE, key);
            }
        });
    }
}
