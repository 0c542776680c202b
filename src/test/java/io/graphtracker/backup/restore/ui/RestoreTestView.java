package io.graphtracker.backup.restore.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.graphtracker.backup.restore.RestoreRequest;
import io.graphtracker.backup.restore.RestoreService;
import io.graphtracker.feedback.Feedback;
import io.graphtracker.shell.MainLayout;
import io.graphtracker.shell.PageHeader;
import java.util.List;

/** A page with the two buttons that open the dialogs, for browser tests that do not depend on the Backups page. */
@PageTitle("Restore")
@Route(value = "restore-test", layout = MainLayout.class)
public class RestoreTestView extends Div implements BeforeEnterObserver {

    private final RestoreDialogs dialogs;
    private final RestoreService restores;
    private final Feedback feedback;
    private String backup = "";

    RestoreTestView(RestoreDialogs dialogs, RestoreService restores, Feedback feedback, PageHeader header) {
        this.dialogs = dialogs;
        this.restores = restores;
        this.feedback = feedback;
        Button restore =
                new Button("Open restore", click -> dialogs.open(new RestoreRequest.OfBackup(backup), feedback));
        restore.setId("openRestore");
        Button undo = new Button(
                "Open undo",
                click -> dialogs.open(
                        new RestoreRequest.Undo(restores.undoOffer().orElseThrow()), feedback));
        undo.setId("openUndo");
        Main main = new Main(new H1("Restore"), restore, undo);
        main.setId(MainLayout.MAIN_ID);
        main.addClassName("page");
        add(header, main);
    }

    /** The name of the backup is in the address. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        List<String> names = event.getLocation().getQueryParameters().getParameters("backup");
        backup = names.getFirst();
    }
}
