package io.graphtracker.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import io.graphtracker.texts.Texts;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Links back to the page that a user came from. Its address is a parameter of the address, so that the way back
 * survives a reload, and each browser tab has its own.
 */
@org.springframework.stereotype.Component
public class BackLinks {

    private static final String PARAMETER = "from";

    private final ObjectProvider<PageName> names;
    private final Texts texts;

    BackLinks(ObjectProvider<PageName> names, Texts texts) {
        this.names = names;
        this.texts = texts;
    }

    /**
     * An address with the way back to the page that is open now.
     *
     * @param address relative to the application, perhaps with a fragment
     */
    public static String to(String address, UI ui) {
        String from = ui.getActiveViewLocation().getPath();
        int fragment = address.indexOf('#');
        String page = fragment < 0 ? address : address.substring(0, fragment);
        return from.isEmpty() || from.equals(page)
                ? address
                : page + "?" + PARAMETER + "=" + from + address.substring(page.length());
    }

    /** The parameters of a link that keeps the way back to the page that is open now. */
    public static QueryParameters from(UI ui) {
        return QueryParameters.of(PARAMETER, ui.getActiveViewLocation().getPath());
    }

    /** A link to the page that an address names as the way back, if that exists. */
    public Optional<Component> of(Location location) {
        return location.getQueryParameters()
                .getSingleParameter(PARAMETER)
                .flatMap(path -> names.stream()
                        .flatMap(name -> name.of(path).stream())
                        .findFirst()
                        .map(name -> link(path, name)));
    }

    private Component link(String path, String name) {
        Anchor link = new Anchor(path, VaadinIcon.ANGLE_LEFT.create());
        link.add(texts.get("page.back", name));
        link.setId("linkBack");
        link.addClassName("back-link");
        return link;
    }
}
