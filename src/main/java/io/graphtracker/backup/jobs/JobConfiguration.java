package io.graphtracker.backup.jobs;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The limits of jobs. */
@Configuration(proxyBeanMethods = false)
class JobConfiguration {

    @Bean
    JobLimits jobLimits() {
        return JobLimits.DEFAULT;
    }
}
