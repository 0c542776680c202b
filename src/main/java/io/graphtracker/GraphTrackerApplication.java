package io.graphtracker;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;
import io.graphtracker.cli.CommandLineInterface;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Graph Tracker, or runs a command instead, and declares what every page loads: theme, styles, icon, push. */
@SpringBootApplication
@Push
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("context://app/styles.css")
@ColorScheme(ColorScheme.Value.SYSTEM)
public class GraphTrackerApplication implements AppShellConfigurator {

    public static void main(String[] args) {
        if (CommandLineInterface.isMeant(args)) {
            System.exit(CommandLineInterface.run(args));
        }
        SpringApplication.run(GraphTrackerApplication.class, args);
    }

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addFavIcon("icon", "app/favicon.svg", "any");
        settings.addMetaTag("description", "Graph Tracker: plan a project as a graph of tasks");
    }
}
