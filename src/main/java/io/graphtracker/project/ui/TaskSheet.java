package io.graphtracker.project.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import io.graphtracker.actions.IconButton;
import io.graphtracker.texts.Texts;
import java.util.List;

/**
 * Where the sidebar has no room beside the canvas, as on a phone, it comes up from the bottom as long as something is
 * selected, with the Task tab only. On a larger screen that is touched, the Task tab is shown as long. The focus stays
 * where it is.
 */
final class TaskSheet implements GraphModel.Listener {

    /** The attribute of a sidebar that is a sheet if the screen is that of a phone; see {@code project.css}. */
    static final String SHEET = "data-sheet";

    /** Told by the browser, at first and whenever it changes. */
    static final String PHONE = "phone";

    static final String IS_PHONE = "event.detail.phone";

    static final String IS_TOUCHED = "event.detail.touched";

    /** Not while it closes a list of choices. */
    private static final String ESCAPE =
            "event.key === 'Escape' && !event.defaultPrevented" + " && !element.querySelector('[opened]')";

    private final GraphModel graph;
    private final Sidebar sidebar;
    private final SidebarToggle toggle;
    private final GraphCanvas canvas;
    private boolean phone;
    private boolean touched;

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
        toggle.closeInstead(sheet::closeIfShown);
        sheet.listenToBrowser();
        graph.addListener(sheet);
        sheet.selectionChanged();
    }

    private void listenToBrowser() {
        sidebar.getElement()
                .addEventListener(PHONE, event -> {
                    phone = event.getEventData().path(IS_PHONE).asBoolean();
                    touched = event.getEventData().path(IS_TOUCHED).asBoolean();
                    selectionChanged();
                })
                .addEventData(IS_PHONE)
                .addEventData(IS_TOUCHED);
        sidebar.getElement()
                .addEventListener("keydown", event -> closeIfShown())
                .setFilter(ESCAPE);
        sidebar.addAttachListener(attach -> sidebar.getElement().executeJs("""
                        const phone = matchMedia('(max-width: 50em)');
                        const touched = matchMedia('(pointer: coarse)');
                        // the queries outlive the page, and must not hold it
                        const sidebar = new WeakRef(this);
                        const tell = () => {
                          const here = sidebar.deref();
                          if (here?.isConnected) {
                            here.dispatchEvent(new CustomEvent($0,
                                {detail: {phone: phone.matches, touched: touched.matches}}));
                          } else {
                            phone.removeEventListener('change', tell);
                            touched.removeEventListener('change', tell);
                          }
                        };
                        phone.addEventListener('change', tell);
                        touched.addEventListener('change', tell);
                        if (phone.matches || touched.matches) tell();
                        """, PHONE));
    }

    @Override
    public void selectionChanged() {
        boolean selected =
                !graph.selection().isEmpty() || graph.selectedDependency().isPresent();
        sidebar.getElement().setAttribute(SHEET, selected);
        if (!phone) {
            showTabIfTouched(selected);
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

    /** A hidden sidebar stays hidden: there, it would take room from the canvas. */
    private void showTabIfTouched(boolean selected) {
        if (touched && sidebar.isVisible()) {
            if (selected) {
                toggle.openTaskTab();
            } else {
                toggle.closeTaskTab();
            }
        }
    }

    /** Whether there was a sheet to close. */
    private boolean closeIfShown() {
        boolean shown = phone && sidebar.getElement().hasAttribute(SHEET);
        if (shown) {
            close();
        }
        return shown;
    }

    private void close() {
        graph.select(List.of());
        // a selected dependency is known to the canvas only
        canvas.clearSelection();
        // the button is gone with the sheet
        canvas.focus();
    }
}
