package io.github.carelet.servlet.staff;

import io.github.carelet.servlet.http.Exchange;
import io.github.carelet.servlet.http.Reply;
import java.util.Optional;
import java.util.function.Function;

/**
 * Who is signed in, and how somebody would do that.
 *
 * @param users knows whose request it is; empty if it is a stranger's
 * @param challenge the value of {@code WWW-Authenticate}, if strangers are asked to sign in
 */
public record SignIn(Function<Exchange, Optional<User>> users, Optional<String> challenge) {

    /** Returns the one answer that strangers get. */
    public Reply stranger() {
        return challenge
                .map(how -> Reply.text(401, "Sign in first.\n").with("WWW-Authenticate", how))
                .orElseGet(() -> Reply.text(403, "This is not for you.\n"));
    }
}
