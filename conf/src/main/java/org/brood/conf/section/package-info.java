/**
 * The sections that a request may fall into ({@code <Directory>}, {@code <Files>}, {@code <Location>}, {@code <If>}) and
 * the order in which their settings are laid over each other. Immutable, safe for all threads, made for the request path.
 * Depends on {@code match} and {@code expr}.
 */
@NullMarked
package org.brood.conf.section;

import org.jspecify.annotations.NullMarked;
