package io.graphtracker.user;

import org.springframework.stereotype.Component;

/** Whose preferences count. Without sign-in there is one local user; sign-in will change this class alone. */
@Component
public class CurrentUser {

    /** The name of the user of this call. */
    public String name() {
        return "local";
    }
}
