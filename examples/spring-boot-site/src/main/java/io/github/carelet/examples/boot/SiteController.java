package io.github.carelet.examples.boot;

import io.github.carelet.servlet.Fragments;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The site's own pages. */
@Controller
class SiteController {

    private final Fragments fragments;

    SiteController(Fragments fragments) {
        this.fragments = fragments;
    }

    /** Fragments are HTML that is clean already, so the template shows them by {@code th:utext}. */
    @GetMapping("/")
    String home(Model model) {
        model.addAttribute("stylesheet", fragments.stylesheet());
        model.addAttribute("treatment", fragments.html("treatments/physical-therapy", Map.of("view", "card")));
        model.addAttribute("location", fragments.html("locations/maple-street"));
        return "home";
    }

    /** A form of the site's own, which Spring's CSRF filter protects as ever. */
    @PostMapping("/newsletter")
    ResponseEntity<String> newsletter() {
        return ResponseEntity.ok("Thank you");
    }
}
