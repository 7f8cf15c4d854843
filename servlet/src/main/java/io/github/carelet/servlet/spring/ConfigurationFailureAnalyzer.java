package io.github.carelet.servlet.spring;

import io.github.carelet.ConfigurationException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Makes Spring Boot say what is wrong with the properties, without a stack trace. */
final class ConfigurationFailureAnalyzer extends AbstractFailureAnalyzer<ConfigurationException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, ConfigurationException cause) {
        return new FailureAnalysis(
                "Carelet can't start as the properties say:\n\n- " + String.join("\n- ", cause.problems()),
                "Mend each of them. The keys are those of the JSON file in Carelet's README.",
                cause);
    }
}
