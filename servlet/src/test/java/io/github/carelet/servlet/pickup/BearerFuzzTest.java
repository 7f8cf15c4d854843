package io.github.carelet.servlet.pickup;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;

class BearerFuzzTest {

    @FuzzTest
    void aTokenIsNoMoreThanItMayBe(FuzzedDataProvider data) {
        Bearer.of(List.of(data.consumeRemainingAsString()))
                .ifPresent(token -> assertThat(token).matches("[A-Za-z0-9._~+/-]+=*"));
    }
}
