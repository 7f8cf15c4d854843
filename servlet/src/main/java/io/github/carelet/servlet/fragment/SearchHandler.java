package io.github.carelet.servlet.fragment;

import io.github.carelet.servlet.http.Exchange;
import io.github.carelet.servlet.http.Handler;
import io.github.carelet.servlet.http.Reply;
import java.io.IOException;

/**
 * {@code GET} and {@code POST /fragments/search} and {@code /pages/search}.
 *
 * @param fragments what makes the answers
 */
public record SearchHandler(SearchFragments fragments) implements Handler {

    @Override
    public Reply handle(Exchange exchange) throws IOException {
        SearchInput.Reading reading = SearchInput.read(exchange);
        if (reading instanceof SearchInput.Reading.Unreadable unreadable) {
            Reply reply = Reply.text(unreadable.status(), "Send the words as a form, or in the address.\n")
                    .with("Cache-Control", "no-store");
            return unreadable.status() == 405 ? reply.with("Allow", "GET, HEAD, POST") : reply;
        }
        boolean page = exchange.segments().get(0).equals("pages");
        return fragments.answer(exchange.base(), page, ((SearchInput.Reading.Parameters) reading).query());
    }
}
