package io.graphtracker.project.exchange;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What tests replace. */
@Configuration(proxyBeanMethods = false)
class ExchangeConfiguration {

    @Bean
    PlanLimits planLimits() {
        return PlanLimits.DEFAULT;
    }
}
