package io.graphtracker.web;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** Answers what the API does not have, which would otherwise get a page for people. */
@Configuration(proxyBeanMethods = false)
class UnknownApi {

    /** After the controllers, before Flow's mapping of all that is left. */
    private static final int AFTER_CONTROLLERS = 1;

    @Bean
    SimpleUrlHandlerMapping unknownApiMapping(FailureAnswers answers, Failures failures) {
        HttpRequestHandler nothing =
                (request, response) -> answers.write(request, response, failures.of(HttpStatus.NOT_FOUND.value()));
        return new SimpleUrlHandlerMapping(Map.of("/api", nothing, "/api/**", nothing), AFTER_CONTROLLERS);
    }
}
