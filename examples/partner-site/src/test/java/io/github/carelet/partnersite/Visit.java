package io.github.carelet.partnersite;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** One visitor with a fresh profile, and what the browser complained about meanwhile. */
final class Visit implements AutoCloseable {

    final BrowserContext context;
    final Page page;
    final List<String> complaints = new ArrayList<>();
    final List<String> elsewhere = new ArrayList<>();
    private final String address;

    Visit(Chromium chromium, String address, UnaryOperator<NewContextOptions> options) {
        this.address = address;
        context = chromium.context(options);
        page = context.newPage();
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.onPageError(complaints::add);
        page.onRequest(request -> {
            if (!request.url().startsWith(address)) {
                elsewhere.add(request.url());
            }
        });
    }

    void go(String path) {
        page.navigate(address + path);
    }

    List<String> violations() {
        return Axe.violations(page);
    }

    @Override
    public void close() {
        context.close();
    }
}
