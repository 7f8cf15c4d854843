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
        boolean page = exchange.segments().get(0).equals("pages");
        if (reading instanceof SearchInput.Reading.Unreadable unreadable) {
            Reply reply = fragments.unreadable(exchange.base(), page, exchange.query(), unreadable.status());
            return unreadable.status() == 405 ? reply.with("Allow", "GET, HEAD, POST") : reply;
        }
        return fragments.answer(exchange.base(), page, ((SearchInput.Reading.Parameters) reading).query());
    }
}
