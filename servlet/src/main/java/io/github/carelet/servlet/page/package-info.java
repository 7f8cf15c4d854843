/**
 * What every HTML answer shares: how a template becomes bytes, the frame of a whole document, and the stylesheet and
 * other assets with their hashes. Knows neither catalogues nor bookings.
 */
@org.jspecify.annotations.NullMarked
package io.github.carelet.servlet.page;
