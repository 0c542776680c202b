package io.graphtracker.user;

import org.springframework.stereotype.Component;

/** The user of the current call. As long as there is no sign-in, it is always the local user. */
@Component
public class CurrentUser {

    /** The name, which preferences and the audit log contain. */
    public String name() {
        return "local";
    }
}
