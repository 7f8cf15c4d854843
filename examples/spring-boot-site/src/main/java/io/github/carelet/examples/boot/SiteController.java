package io.github.carelet.examples.boot;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The site's own pages. */
@Controller
class SiteController {

    /** What is the clinic's in there, the template asks of the bean {@code careletFragments}. */
    @GetMapping("/")
    String home() {
        return "home";
    }

    /** A form of the site's own, which Spring's CSRF filter protects as ever. */
    @PostMapping("/newsletter")
    ResponseEntity<String> newsletter() {
        return ResponseEntity.ok("Thank you");
    }
}
