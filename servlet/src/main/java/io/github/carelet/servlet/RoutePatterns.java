package io.github.carelet.servlet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What requests are counted under: the pattern of a path, of which there are few, and never the path, which anybody can make
 * up and which may hold a token.
 */
final class RoutePatterns {

    private static final String UNKNOWN = "unknown";
    private static final int DEEPEST = 4;

    private final Set<String> whole;
    private final Map<String, List<String>> byFirstSegment = new HashMap<>();

    /**
     * Makes them.
     *
     * @param firstSegments what paths may begin with
     * @param whole paths that are patterns by themselves
     */
    RoutePatterns(Set<String> firstSegments, Set<String> whole) {
        this.whole = Set.copyOf(whole);
        for (String first : firstSegments) {
            byFirstSegment.put(
                    first,
                    IntStream.rangeClosed(0, DEEPEST)
                            .mapToObj(depth -> "/" + first + "/*".repeat(depth))
                            .toList());
        }
    }

    /**
     * Returns the pattern of a path, such as {@code /book} or {@code /fragments/*}, with a star for each further segment.
     *
     * @param first its first segment
     */
    String of(String first, String path) {
        List<String> patterns = byFirstSegment.get(first);
        if (patterns == null) {
            return UNKNOWN;
        }
        return whole.contains(path) ? path : patterns.get(depth(path));
    }

    private static int depth(String path) {
        int slashes = 0;
        for (int i = 1; i < path.length(); i++) {
            slashes += path.charAt(i) == '/' ? 1 : 0;
        }
        return Math.min(slashes, DEEPEST);
    }
}
