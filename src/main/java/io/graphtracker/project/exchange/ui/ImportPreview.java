package io.graphtracker.project.exchange.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import io.graphtracker.project.exchange.Finding;
import io.graphtracker.project.exchange.ReadPlan;
import io.graphtracker.settings.DescriptionRows;
import io.graphtracker.texts.Texts;
import java.util.Locale;

/** What a file contains, and what its import would change or leave out. */
class ImportPreview extends Div {

    ImportPreview(ReadPlan plan, Texts texts) {
        setId("importPreview");
        addClassName("import-preview");
        H3 name = new H3(plan.fileName());
        name.getElement().setAttribute("dir", "auto");
        add(
                name,
                new DescriptionRows()
                        .add("importFormat", texts.get("import.format"), texts.get("plan.format." + plan.format()))
                        .add(
                                "importTasks",
                                texts.get("import.tasks"),
                                number(plan.document().taskCount(), texts))
                        .add(
                                "importGroups",
                                texts.get("import.groups"),
                                number(plan.document().groupCount(), texts))
                        .add(
                                "importDependencies",
                                texts.get("import.dependencies"),
                                number(plan.document().dependencies().size(), texts))
                        .add(
                                "importDropped",
                                texts.get("import.dropped"),
                                texts.get("import.dropped.value", plan.droppedDependencies(), plan.cycles())));
        addFindings(plan, texts);
    }

    private static String number(int number, Texts texts) {
        return texts.get("import.number", number);
    }

    private void addFindings(ReadPlan plan, Texts texts) {
        if (plan.findings().isEmpty()) {
            return;
        }
        H3 heading = new H3(texts.get("import.findings", plan.findingCount()));
        UnorderedList list = new UnorderedList();
        list.setId("importFindings");
        list.addClassName("import-findings");
        for (Finding finding : plan.findings()) {
            ListItem item = new ListItem(FindingTexts.of(finding, texts));
            item.addClassName("finding-" + finding.severity().name().toLowerCase(Locale.ROOT));
            list.add(item);
        }
        int more = plan.findingCount() - plan.findings().size();
        if (more > 0) {
            list.add(new ListItem(texts.get("import.findings.more", more)));
        }
        add(heading, list);
    }
}
