package io.graphtracker.backup.page;

import com.vaadin.flow.component.icon.VaadinIcon;
import io.graphtracker.shell.PageLink;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The link to the Backups page in the header. */
@Component
@Order(10)
class BackupsLink implements PageLink {

    @Override
    public String id() {
        return "lnkBackups";
    }

    @Override
    public String path() {
        return BackupsView.ROUTE;
    }

    @Override
    public String textKey() {
        return "backups.title";
    }

    @Override
    public VaadinIcon icon() {
        return VaadinIcon.DATABASE;
    }
}
