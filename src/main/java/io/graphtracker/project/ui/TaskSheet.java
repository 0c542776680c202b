package io.graphtracker.project.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import io.graphtracker.actions.IconButton;
import io.graphtracker.texts.Texts;
import java.util.List;

/**
 * On a phone, where the sidebar has no room beside the canvas, it comes up from the bottom as long as something is selected,
 * with the Task tab only. The focus stays where it is.
 */
final class TaskSheet implements GraphModel.Listener {

    /** The attribute of a sidebar that is a sheet if the screen is that of a phone; see {@code project.css}. */
    static final String SHEET = "data-sheet";

    /** Told by the browser, at first and whenever it changes. */
    static final String PHONE = "phone";

    static final String IS_PHONE = "event.detail";

    /** Not while it closes a list of choices. */
    private static final String ESCAPE =
            "event.key === 'Escape' && !event.defaultPrevented" + " && !element.querySelector('[opened]')";

    private final GraphModel graph;
    private final Sidebar sidebar;
    private final SidebarToggle toggle;
    private final GraphCanvas canvas;
    private boolean phone;

    private TaskSheet(GraphModel graph, Sidebar sidebar, SidebarToggle toggle, GraphCanvas canvas) {
        this.graph = graph;
        this.sidebar = sidebar;
        this.toggle = toggle;
        this.canvas = canvas;
    }

    /** Makes a sheet of a sidebar. */
    static void of(GraphModel graph, Sidebar sidebar, SidebarToggle toggle, GraphCanvas canvas, Texts texts) {
        TaskSheet sheet = new TaskSheet(graph, sidebar, toggle, canvas);
        IconButton close =
                new IconButton("btnCloseSheet", VaadinIcon.CLOSE, texts.get("task.sheet.close"), sheet::close);
        close.addClassName("sheet-close");
        sidebar.addComponentAsFirst(close);
        sheet.listenToBrowser();
        graph.addListener(sheet);
        sheet.selectionChanged();
    }

    private void listenToBrowser() {
        sidebar.getElement()
                .addEventListener(PHONE, event -> {
                    phone = event.getEventData().path(IS_PHONE).asBoolean();
                    selectionChanged();
                })
                .addEventData(IS_PHONE);
        sidebar.getElement().addEventListener("keydown", event -> escape()).setFilter(ESCAPE);
        sidebar.addAttachListener(attach -> sidebar.getElement().executeJs("""
                        const narrow = matchMedia('(max-width: 40em)');
                        // the query outlives the page, and must not hold it
                        const sidebar = new WeakRef(this);
                        const tell = () => {
                          const here = sidebar.deref();
                          if (here?.isConnected) {
                            here.dispatchEvent(new CustomEvent($0, {detail: narrow.matches}));
                          } else {
                            narrow.removeEventListener('change', tell);
                          }
                        };
                        narrow.addEventListener('change', tell);
                        if (narrow.matches) tell();
                        """, PHONE));
    }

    @Override
    public void selectionChanged() {
        boolean selected =
                !graph.selection().isEmpty() || graph.selectedDependency().isPresent();
        sidebar.getElement().setAttribute(SHEET, selected);
        if (!phone) {
            return;
        }
        if (selected) {
            toggle.openTaskTab();
            // the sheet takes room from the canvas, which is known two frames later
            graph.selectedTask()
                    .ifPresent(id -> canvas.getElement()
                            .executeJs(
                                    "requestAnimationFrame(() => requestAnimationFrame(() => this.reveal($0)))",
                                    id.toString()));
        } else {
            toggle.closeTaskTab();
        }
    }

    private void escape() {
        if (phone && sidebar.getElement().hasAttribute(SHEET)) {
            close();
        }
    }

    private void close() {
        graph.select(List.of());
        // a selected dependency is known to the canvas only
        canvas.clearSelection();
        // the button is gone with the sheet
        canvas.focus();
    }
}
