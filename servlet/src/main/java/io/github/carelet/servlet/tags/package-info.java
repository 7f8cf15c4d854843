/**
 * The JSP tag library, {@code io.github.carelet.tags}: fragments of the Carelet that is mounted in the same web application.
 * What a tag may be told is in its {@code carelet.tld}. Nothing else goes in here.
 */
@NullMarked
package io.github.carelet.servlet.tags;

import org.jspecify.annotations.NullMarked;
