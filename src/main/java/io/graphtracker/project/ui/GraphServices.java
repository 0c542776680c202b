package io.graphtracker.project.ui;

import io.graphtracker.project.GraphChanges;
import io.graphtracker.project.GraphDetails;
import io.graphtracker.project.GraphService;
import io.graphtracker.project.GraphUpdates;
import io.graphtracker.project.OutlineService;
import io.graphtracker.project.TaskHistory;
import io.graphtracker.project.TaskSearch;
import io.graphtracker.project.exchange.PlanExport;
import io.graphtracker.project.exchange.ui.ImportDialogs;
import io.graphtracker.project.layout.PlanLayout;
import io.graphtracker.user.CurrentUser;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** What the page of a project asks about its graph, and what it changes there. */
@Component
record GraphServices(
        GraphService graphs,
        GraphDetails details,
        GraphChanges changes,
        GraphUpdates updates,
        OutlineService outline,
        TaskSearch search,
        TaskHistory history,
        CurrentUser user,
        Clock clock,
        PlanExport exports,
        ImportDialogs importDialogs,
        PlanLayout layout,
        PushTimer timer) {}
