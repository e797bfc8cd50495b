/**
 * What names and paths match: httpd's {@code fnmatch} wildcards, and PCRE patterns run by {@code java.util.regex}.
 * Immutable, safe for all threads. Depends only on the vocabulary of {@code org.brood.conf}.
 */
@NullMarked
package org.brood.conf.match;

import org.jspecify.annotations.NullMarked;
